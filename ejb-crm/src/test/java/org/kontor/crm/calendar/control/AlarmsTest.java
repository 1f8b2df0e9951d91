package org.kontor.crm.calendar.control;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.crm.calendar.boundary.CalendarAlarm;
import org.kontor.domain.time.CalendarYear;

class AlarmsTest {

  private static final List<CalendarYear> KNOWN =
      BundledCalendars.all().stream().map(StoredCalendar::year).toList();

  @Test
  void next_year_is_asked_for_from_the_first_of_october() {
    assertEquals(List.of(), alarms("2027-09-30", "RO", "UA"));
    assertEquals(List.of("RO 2028 MISSING", "UA 2028 MISSING"), alarms("2027-10-01", "UA", "RO"));
  }

  @Test
  void only_countries_of_sellers_are_asked_for() {
    assertEquals(List.of(), alarms("2027-12-31"));
    assertEquals(List.of("MD 2026 MISSING", "MD 2027 MISSING"), alarms("2026-12-01", "MD"));
  }

  @Test
  void a_provisional_year_is_an_alarm_of_its_own() {
    assertEquals(List.of("RU 2027 PROVISIONAL"), alarms("2026-11-22", "RO", "RU", "UA"));
    assertEquals(List.of("RU 2027 PROVISIONAL"), alarms("2027-02-01", "RU"));
  }

  private static List<String> alarms(String today, String... countries) {
    return Alarms.of(Set.of(countries), LocalDate.parse(today), 92, KNOWN).stream()
        .map(AlarmsTest::words)
        .toList();
  }

  private static String words(CalendarAlarm alarm) {
    return alarm.country() + " " + alarm.year() + " " + alarm.kind();
  }
}
