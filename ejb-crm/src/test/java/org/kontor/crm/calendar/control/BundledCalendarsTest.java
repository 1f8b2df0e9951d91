package org.kontor.crm.calendar.control;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.DayKind;
import org.kontor.domain.time.WorkCalendar;
import org.kontor.domain.time.WorkingDay;

/** The calendars that come with the product against the figures and days that were published. */
class BundledCalendarsTest {

  private static final List<StoredCalendar> ALL = BundledCalendars.all();
  private static final Map<String, WorkCalendar> BY_COUNTRY =
      Stream.of("ES", "RO", "RU", "UA")
          .collect(Collectors.toMap(c -> c, c -> CalendarShelf.joined(c, ALL)));

  @Test
  void each_country_has_2024_to_2027_with_its_source() {
    assertEquals(16, ALL.size());
    BY_COUNTRY.values().forEach(c -> assertEquals(List.of(2024, 2025, 2026, 2027), years(c)));
    ALL.forEach(c -> assertFalse(c.year().source().isBlank(), c.year().country()));
  }

  @ParameterizedTest
  @CsvSource({
    // Production calendars of the Ministry of Labour: working days, of them shortened
    "RU, 2024, 248, 5",
    "RU, 2025, 247, 4",
    "RU, 2026, 247, 4",
    // Saturdays and Sundays alone are free under martial law
    "UA, 2024, 262, 0",
    "UA, 2025, 261, 0",
    "UA, 2026, 261, 0",
    "UA, 2027, 261, 0"
  })
  void a_year_has_as_many_working_days_as_was_published(
      String country, int year, int workingDays, int shortened) {
    CalendarYear calendar = calendar(country, year);
    assertEquals(workingDays, calendar.countWorkingDays());
    assertEquals(
        shortened, calendar.days().stream().filter(d -> d.kind() == DayKind.SHORT_DAY).count());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-04-29", "2024-04-30", "2024-05-10", "2024-12-30", "2024-12-31", "2025-01-08",
        "2025-05-02", "2025-05-08", "2025-06-13", "2025-11-03", "2025-12-31", "2026-01-09",
        "2026-03-09", "2026-05-11", "2026-12-31", "2027-05-03", "2027-05-10", "2027-06-14"
      })
  void russia_rests_on_days_that_were_moved(LocalDate day) {
    assertFalse(BY_COUNTRY.get("RU").isWorkingDay(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2024-04-27", "2024-11-02", "2024-12-28", "2025-11-01"})
  void russia_works_on_saturdays_whose_rest_was_moved(LocalDate day) {
    assertTrue(BY_COUNTRY.get("RU").isWorkingDay(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2025-01-09", "2025-01-10", "2026-01-12", "2024-01-09", "2025-02-24"})
  void russia_works_where_a_library_thinks_it_rests(LocalDate day) {
    assertTrue(BY_COUNTRY.get("RU").isWorkingDay(day));
  }

  @Test
  void golden_5_the_break_around_new_year_2026_ends_on_monday_the_twelfth() {
    WorkingDay first = BY_COUNTRY.get("RU").firstWorkingDay(LocalDate.parse("2025-12-31"));
    assertEquals(LocalDate.parse("2026-01-12"), first.day());
    assertEquals(
        LocalDate.parse("2025-12-31").datesUntil(LocalDate.parse("2026-01-12")).toList(),
        first.skipped());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-01-01",
        "2025-05-08",
        "2026-07-15",
        "2026-08-24",
        "2026-10-01",
        "2025-12-25",
        "2027-03-08",
        "2026-04-13"
      })
  void ukraine_works_on_public_holidays_under_martial_law(LocalDate day) {
    assertTrue(BY_COUNTRY.get("UA").isWorkingDay(day));
  }

  @Test
  void ukraine_lists_the_holidays_of_the_law_of_2023() {
    List<String> days =
        calendar("UA", 2026).days().stream().map(d -> d.date().toString().substring(5)).toList();
    assertTrue(days.containsAll(List.of("05-08", "07-15", "10-01", "12-25", "04-12", "05-31")));
    assertFalse(days.contains("01-07") || days.contains("05-09") || days.contains("10-14"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-05-03", "2024-05-06", "2024-06-24", "2025-01-06", "2025-01-07", "2025-04-18",
        "2025-04-21", "2025-06-09", "2026-01-24", "2026-04-10", "2026-04-13", "2026-06-01",
        "2027-04-30", "2027-05-03", "2027-06-21", "2027-11-30", "2027-12-01"
      })
  void romania_rests_on_its_holidays_by_the_orthodox_calendar(LocalDate day) {
    assertFalse(BY_COUNTRY.get("RO").isWorkingDay(day));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "2024-03-29",
        "2025-04-18",
        "2026-04-03",
        "2027-03-26",
        "2026-01-06",
        "2026-10-12",
        "2026-12-08",
        "2024-11-01",
        "2027-12-06"
      })
  void spain_rests_on_days_common_to_the_whole_country(LocalDate day) {
    assertFalse(BY_COUNTRY.get("ES").isWorkingDay(day));
  }

  @ParameterizedTest
  @ValueSource(strings = {"2026-04-02", "2026-03-19", "2026-11-02", "2026-12-07", "2024-12-09"})
  void what_communities_of_spain_choose_is_no_day_of_the_country(LocalDate day) {
    assertTrue(BY_COUNTRY.get("ES").isWorkingDay(day));
  }

  @Test
  void years_whose_decree_was_not_seen_are_marked() {
    assertEquals(
        List.of("ES 2027", "RU 2027"),
        ALL.stream()
            .map(StoredCalendar::year)
            .filter(CalendarYear::provisional)
            .map(c -> c.country() + " " + c.year())
            .toList());
  }

  private static List<Integer> years(WorkCalendar calendar) {
    return List.copyOf(calendar.years());
  }

  private static CalendarYear calendar(String country, int year) {
    return ALL.stream()
        .map(StoredCalendar::year)
        .filter(c -> c.country().equals(country) && c.year() == year)
        .findFirst()
        .orElseThrow();
  }
}
