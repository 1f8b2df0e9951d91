package org.kontor.system.calendar;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.Api;
import org.kontor.system.base.Kontor;
import org.kontor.system.base.SystemTest;
import org.kontor.system.story.Book;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Story;

/** Calendars of legal working days: bundled, imported, missed (STANDARDS D.10). */
@SystemTest
class CalendarsIT extends Story {

  private static final String RUSSIA_2027 =
      """
      country: RU
      year: 2027
      version: %d
      source: decree
      days:
        - {date: "2027-01-01", kind: HOLIDAY, name: Новый год}
        - {date: "%s", kind: MOVED_DAY_OFF, name: перенос}
      """;

  @Test
  void bundled_calendars_are_there_in_an_emptied_book() {
    Book.begin(rest(), "2025-12-01");
    assertThat(rest().all("calendars")).hasSize(16);
    JsonNode golden = rest().get("calendars/RU/working-day?from=2025-12-31").ok();
    assertThat(golden.path("day").asText()).isEqualTo("2026-01-12");
    assertThat(golden.path("skipped")).hasSize(12);
  }

  @Test
  void an_import_is_in_force_at_once_and_never_changes_what_is_there(Api api) {
    Book.begin(rest(), "2026-11-01");
    Api yaml = api.with("Content-Type", "application/yaml");
    String second = RUSSIA_2027.formatted(2, "2027-02-22");
    assertThat(workingDay("2027-02-22")).isEqualTo("2027-02-22");
    JsonNode stored = yaml.post("calendars", second).expect(201).json();
    assertThat(stored.path("bundled").asBoolean()).isFalse();
    assertThat(workingDay("2027-02-22")).isEqualTo("2027-02-23");
    yaml.post("calendars", second).expect(201);
    assertThat(rest().all("calendars?country=RU")).hasSize(5);

    String other = RUSSIA_2027.formatted(2, "2027-02-24");
    JsonNode refused = yaml.post("calendars", other).expect(409).json();
    assertThat(refused.path("code").asText()).isEqualTo("CALENDAR_VERSION_EXISTS");
    assertThat(refused.at("/data/next").asInt()).isEqualTo(3);
    assertThat(rest().get("calendars/RU/2027?version=1").ok().path("provisional").asBoolean())
        .isTrue();

    Book.begin(rest(), "2026-11-01");
    assertThat(workingDay("2027-02-22")).isEqualTo("2027-02-22");
  }

  @Test
  void a_mistake_is_refused_with_its_place_and_mend(Api api) {
    JsonNode refused =
        api.with("Content-Type", "application/yaml")
            .post("calendars", RUSSIA_2027.formatted(2, "2027-02-30"))
            .expect(422)
            .json();
    assertThat(refused.path("code").asText()).isEqualTo("CALENDAR_INVALID");
    JsonNode error = refused.at("/data/errors/0");
    assertThat(error.path("line").asInt()).isEqualTo(7);
    assertThat(error.path("path").asText()).isEqualTo("days[1].date");
    assertThat(error.path("mend").asText()).isNotBlank();
  }

  @Test
  void a_missing_year_is_an_alarm_before_it_is_a_refusal(Kontor kontor) {
    Book book = Book.begin(rest(), "2027-09-30");
    book.vendor("kabinet");
    assertThat(alarms()).isEmpty();
    assertThat(health(kontor).at("/data/degraded").asBoolean()).isFalse();
    Book.begin(rest(), "2027-10-01").vendor("kabinet");
    assertThat(alarms()).containsExactly("UA 2028 MISSING");
    assertThat(health(kontor).at("/data/alarms").asText()).isEqualTo("UA 2028 MISSING");
    assertThat(health(kontor).path("status").asText()).isEqualTo("UP");
    rest().get("calendars/UA/working-day?from=2028-01-03").refused("CALENDAR_MISSING");
  }

  private String workingDay(String from) {
    return rest().get("calendars/RU/working-day?from=" + from).ok().path("day").asText();
  }

  private List<String> alarms() {
    return Rest.items(rest().get("calendars/alarms").ok()).stream()
        .map(a -> a.path("country").asText() + " " + a.path("year") + " " + a.path("kind").asText())
        .toList();
  }

  private static JsonNode health(Kontor kontor) {
    URI ready = kontor.management().resolve("health/ready");
    JsonNode checks = new Api(ready, null).get(ready.getPath()).expect(200).json().path("checks");
    return StreamSupport.stream(checks.spliterator(), false)
        .filter(check -> check.path("name").asText().equals("calendars"))
        .findFirst()
        .orElseThrow();
  }
}
