package org.kontor.crm.calendar.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.crm.calendar.boundary.CalendarError;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.WorkCalendar;

class CalendarTextTest {

  private static final String GOOD =
      """
      country: RU
      year: 2028
      version: 1
      source: decree
      days:
        - {date: "2028-01-03", kind: HOLIDAY, name: holiday}
        - {date: "2028-11-04", kind: WORKING_WEEKEND_DAY, name: worked}
        - {date: "2028-11-04", kind: SHORT_DAY, name: shorter}
      suspended:
        - {from: "2028-02-01", to: "2028-02-29", source: law}
      """;

  @Test
  void yaml_and_json_say_the_same() {
    String json =
        """
        {"country":"RU","year":2028,"version":1,"source":"decree","days":[
         {"date":"2028-01-03","kind":"HOLIDAY","name":"holiday"},
         {"date":"2028-11-04","kind":"WORKING_WEEKEND_DAY","name":"worked"},
         {"date":"2028-11-04","kind":"SHORT_DAY","name":"shorter"}],
         "suspended":[{"from":"2028-02-01","to":"2028-02-29","source":"law"}]}
        """;
    assertEquals(CalendarText.require(GOOD), CalendarText.require(json));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        // what is replaced | by what | place | line | words of the reason
        "2028-01-03 | 2027-01-03 | days[0].date | 6 | is not in 2028",
        "2028-01-03 | 2028-02-30 | days[0].date | 6 | is no date",
        "kind: HOLIDAY | kind: FEAST | days[0].kind | 6 | no kind FEAST",
        "name: holiday | nam: holiday | days[0].nam | 6 | no setting nam",
        "name: holiday | name: '' | days[0].name | 6 | name is missing",
        "SHORT_DAY | HOLIDAY | days[2].date | 8 | listed twice",
        "WORKING_WEEKEND_DAY | MOVED_DAY_OFF | days[1].kind | 7 | free anyway",
        "2028-01-03\", kind: HOLIDAY | 2028-01-03\", kind: WORKING_WEEKEND_DAY | days[0].kind | 6"
            + " | no Saturday or Sunday",
        "2028-02-29 | 2028-01-29 | suspended[0].to | 10 | before it begins",
        "country: RU | country: Russia | country | 1 | cannot be read",
        "version: 1 | version: 0 | version | 3 | cannot be read",
        "source: decree | sources: decree | sources | 4 | no setting sources",
        "source: decree | source: *a | source | 4 | not allowed",
        "source: decree | provisional: maybe | provisional | 4 | neither true nor false",
        "year: 2028 | version: 1 | version | 3 | written twice",
      })
  void a_mistake_has_place_reason_and_mend(
      String what, String by, String path, int line, String reason) {
    Refused refused =
        assertThrows(Refused.class, () -> CalendarText.require(GOOD.replace(what, by)));
    assertEquals(ProblemCode.CALENDAR_INVALID, refused.problem().code());
    CalendarError error =
        errors(refused).stream().filter(e -> e.path().equals(path)).findFirst().orElseThrow();
    assertEquals(line, error.line());
    assertTrue(error.reason().contains(reason), error.reason());
    assertFalse(error.mend().isBlank());
  }

  @Test
  void every_mistake_is_found_at_once() {
    Refused refused =
        assertThrows(
            Refused.class,
            () -> CalendarText.require("year: x\ndays:\n  - {kind: HOLIDAY}\n  - {date: 1}\n"));
    assertTrue(errors(refused).size() >= 6, errors(refused).toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {"''", "[1", "{\"country\":", "a: [[[[[[[[1]]]]]]]]", "- 1", "*x", "text"})
  void what_is_no_calendar_is_refused(String text) {
    Refused refused = assertThrows(Refused.class, () -> CalendarText.require(text));
    assertEquals(ProblemCode.CALENDAR_INVALID, refused.problem().code());
  }

  @Test
  void a_region_adds_to_its_country() {
    CalendarYear bashkortostan =
        CalendarText.require(
            """
            country: RU-BA
            year: 2026
            version: 1
            source: Трудовой кодекс РФ, ст. 6
            days:
              - {date: "2026-05-27", kind: HOLIDAY, name: Курбан-байрам}
            """);
    List<StoredCalendar> all = new java.util.ArrayList<>(BundledCalendars.all());
    all.add(new StoredCalendar(bashkortostan, "", null));
    WorkCalendar region = CalendarShelf.joined("RU-BA", all);
    assertFalse(region.isWorkingDay(LocalDate.parse("2026-05-27")));
    assertFalse(region.isWorkingDay(LocalDate.parse("2026-01-09")));
    assertTrue(CalendarShelf.joined("RU", all).isWorkingDay(LocalDate.parse("2026-05-27")));
    assertThrows(Refused.class, () -> region.isWorkingDay(LocalDate.parse("2025-05-27")));
  }

  @SuppressWarnings("unchecked")
  private static List<CalendarError> errors(Refused refused) {
    return (List<CalendarError>) refused.problem().data().get("errors");
  }
}
