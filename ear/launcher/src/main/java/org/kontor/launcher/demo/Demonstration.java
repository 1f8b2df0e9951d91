package org.kontor.launcher.demo;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.kontor.launcher.Progress;
import org.kontor.launcher.Secrets;

/**
 * Fills an empty installation over its REST API: the five policy packs, more than a hundred
 * customers, and months of simulated time that end today.
 */
public final class Demonstration {

  private static final int MONTHS = 4;
  private static final String KEY_NAME = "Demonstration of ";

  /** The secrets' entry while a demonstration is being loaded: database and the day it ends. */
  private static final String LOADING = "demonstration.loading";

  private final Api api;
  private final Secrets secrets;
  private final Progress progress;

  private Demonstration(Api api, Secrets secrets, Progress progress) {
    this.api = api;
    this.secrets = secrets;
    this.progress = progress;
  }

  /**
   * Does nothing but report where a book is there already, unless that book is a demonstration
   * whose loading was cut short: that begins anew.
   *
   * @param base where the application answers, with a slash at the end
   * @param database its address, so that only the book that was begun here is begun anew
   * @param adminKey API key of the installation's administrator
   * @param secrets where the demonstration's API keys are kept between starts
   * @return false where none can be loaded
   */
  public static boolean load(
      URI base, String database, String adminKey, Secrets secrets, Progress progress)
      throws IOException, InterruptedException {
    Demonstration demonstration = new Demonstration(new Api(base, adminKey), secrets, progress);
    JsonNode clock = demonstration.api.get("clock");
    if (!isSimulated(clock)) {
      progress.say(
          "Demonstration: left out, because this book was begun on the system's clock. --fresh begins"
              + " a new one with the demonstration, --no-demo keeps this one.");
      return false;
    }
    String interrupted = secrets.find(LOADING).orElse("");
    if (interrupted.startsWith(database + " ")) {
      progress.say("Demonstration: its loading was cut short; beginning anew");
      demonstration.tell(database, Instant.parse(interrupted.substring(database.length() + 1)));
    } else if (demonstration.isEmpty()) {
      demonstration.tell(database, Instant.parse(clock.get("now").asText()));
    }
    progress.print(demonstration.report());
    return true;
  }

  /** Whether the clock of the book there is can be moved: a book keeps what it was begun with. */
  public static boolean isSimulated(URI base, String adminKey)
      throws IOException, InterruptedException {
    return isSimulated(new Api(base, adminKey).get("clock"));
  }

  private static boolean isSimulated(JsonNode clock) {
    return clock.get("mode").asText().equals("SIMULATED");
  }

  /** Whatever is in the book now is somebody's own, and no longer a demonstration half loaded. */
  public static void adopted(Secrets secrets) throws IOException {
    secrets.remove(LOADING);
  }

  private boolean isEmpty() throws IOException, InterruptedException {
    return api.get("policy-packs").get("items").isEmpty();
  }

  private void tell(String database, Instant now) throws IOException, InterruptedException {
    secrets.put(LOADING, database + " " + now);
    LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
    LocalDate begin = today.minusMonths(MONTHS).withDayOfMonth(1);
    api.post("book/empty", Map.of("from", begin.toString(), "at", begin + "T06:00:00Z"));
    for (Cast cast : Cast.ALL) {
      importPack(cast.vendor());
    }
    keys();
    Story story = new Story(api, begin, today);
    new PrimStory(story).tell();
    new WalletStories(story).tell();
    new OrderStories(story).tell();
    story.play(month -> progress.say("Demonstration: the clock has reached " + month));
    story.advance(now);
    secrets.remove(LOADING);
  }

  private void importPack(String code) throws IOException, InterruptedException {
    try (InputStream pack =
        Demonstration.class.getResourceAsStream("/policy-packs/" + code + ".yaml")) {
      api.postYaml("policy-packs", pack.readAllBytes());
    }
  }

  /** A key for a program of each vendor: it sees its own vendor only. */
  private void keys() throws IOException, InterruptedException {
    for (JsonNode old : api.get("api-keys").get("items")) {
      if (old.get("name").asText().startsWith(KEY_NAME) && !old.hasNonNull("revokedAt")) {
        api.delete("api-keys/" + old.get("id").asLong());
      }
    }
    for (Cast cast : Cast.ALL) {
      JsonNode created =
          api.post(
              "api-keys",
              Map.of(
                  "name", KEY_NAME + cast.vendor(),
                  "vendor", cast.vendor(),
                  "scopes",
                      List.of(
                          "read",
                          "customers:write",
                          "subscriptions:write",
                          "usage:write",
                          "payments:write",
                          "orders:write",
                          "runs:write")));
      secrets.put("demonstration." + cast.vendor(), created.get("key").asText());
    }
  }

  private String report() throws IOException, InterruptedException {
    StringBuilder out = new StringBuilder();
    out.append(
        "%nThe book on %s (simulated clock; move it with POST /api/v1/clock/advance)%n%n"
            .formatted(api.get("clock").get("now").asText().substring(0, 10)));
    out.append(
        "%-13s %9s %9s %16s %8s %16s %16s %16s %7s %5s %7s%n"
            .formatted(
                "vendor",
                "customers",
                "invoices",
                "invoiced",
                "charges",
                "charged",
                "paid",
                "balances",
                "ledger",
                "gaps",
                "parked"));
    for (JsonNode vendor : api.get("summary").get("vendors")) {
      out.append(
          "%-13s %9s %9s %16s %8s %16s %16s %16s %7s %5s %7s%n"
              .formatted(
                  text(vendor, "vendor"),
                  text(vendor, "customers"),
                  text(vendor, "invoices"),
                  text(vendor, "invoiceTotal") + " " + text(vendor, "currency"),
                  text(vendor, "charges"),
                  text(vendor, "chargeTotal"),
                  text(vendor, "paymentTotal"),
                  text(vendor, "balanceTotal"),
                  text(vendor, "ledgerSum"),
                  text(vendor, "numberGaps"),
                  text(vendor, "parkedAccounts")));
    }
    out.append("\nDemonstration log-ins: an API key for each vendor (Authorization: Bearer …)\n");
    for (Cast cast : Cast.ALL) {
      out.append("  %-13s %s%n".formatted(cast.vendor(), key(cast.vendor())));
    }
    out.append("\nClient areas: open the link and choose a password; it works once\n");
    for (Cast cast : Cast.ALL) {
      out.append("  %-13s %s%n".formatted(cast.vendor(), invitation(cast.vendor())));
    }
    return out.toString();
  }

  /** The way into the client area for the main administrator of a vendor's first customer. */
  private String invitation(String vendor) throws IOException, InterruptedException {
    JsonNode customers = api.get("customers?limit=1&vendor=" + vendor).get("items");
    if (customers.isEmpty()) {
      return "(no customer)";
    }
    String people = "customers/" + customers.get(0).get("id").asLong() + "/people";
    for (JsonNode person : api.get(people)) {
      if (person.get("role").asText().equals("MAIN_ADMINISTRATOR")) {
        String address = people + "/" + person.get("id").asLong() + "/invitations";
        return api.post(address, Map.of()).path("link").asText("(mailed)");
      }
    }
    return "(nobody)";
  }

  private String key(String vendor) {
    return secrets.find("demonstration." + vendor).orElse("(this book was not begun here)");
  }

  private static String text(JsonNode node, String field) {
    return node.path(field).asText("?");
  }
}
