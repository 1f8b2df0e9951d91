package org.kontor.system.story;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Map;

/** A book begun anew at some date, and its simulated clock: where each story starts. */
public final class Book {

  private final Rest rest;

  private Book(Rest rest) {
    this.rest = rest;
  }

  /** Empties the book; it is midnight (UTC) of that day. */
  public static Book begin(Rest rest, String from) {
    rest.post("book/empty", Map.of("from", from)).ok();
    return new Book(rest);
  }

  /** The book that there is. */
  public static Book at(Rest rest) {
    return new Book(rest);
  }

  public Rest rest() {
    return rest;
  }

  /** Loads the bundled pack of this vendor. */
  public Vendor vendor(String code) {
    return vendor(code, Pack.bundled(code));
  }

  /** Loads a pack under a code of its own. */
  public Vendor vendor(String code, Pack pack) {
    load(code, pack);
    JsonNode text = rest.get("policy-packs/" + code).body();
    String zone = zone(pack);
    return new Vendor(this, code, ZoneId.of(text.path("zone").asText(zone)));
  }

  /** Loads one more version of a vendor's pack. */
  public void load(String code, Pack pack) {
    rest.call(
            "POST",
            "policy-packs?as=" + code,
            pack.source(),
            Map.of("Content-Type", "application/yaml"))
        .ok();
  }

  public Instant now() {
    return Instant.parse(rest.get("clock").ok().path("now").asText());
  }

  /** Lets time pass until then; everything that falls due on the way is done. */
  public void until(Instant moment) {
    rest.post("clock/advance", Map.of("to", moment.toString())).ok();
  }

  /** Until midnight in that zone, when the day begins. */
  public void until(LocalDate day, ZoneId zone) {
    until(day.atStartOfDay(zone).toInstant());
  }

  /** Until that local time, for example {@code 2026-03-11T23:59}. */
  public void until(String local, ZoneId zone) {
    until(LocalDateTime.parse(local).atZone(zone).toInstant());
  }

  private static String zone(Pack pack) {
    return pack.source()
        .lines()
        .map(String::strip)
        .filter(line -> line.startsWith("zone:"))
        .map(line -> line.substring("zone:".length()).replaceFirst("#.*", "").strip())
        .findFirst()
        .orElse("UTC");
  }
}
