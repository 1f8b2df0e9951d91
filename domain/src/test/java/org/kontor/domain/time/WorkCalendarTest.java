package org.kontor.domain.time;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class WorkCalendarTest {

  private static final WorkCalendar RUSSIA =
      new WorkCalendar(
          "RU",
          List.of(
              year(
                  2025,
                  1,
                  off("2025-11-03"),
                  holiday("2025-11-04"),
                  new CalendarDay(d("2025-11-01"), DayKind.WORKING_WEEKEND_DAY, "суббота"),
                  new CalendarDay(d("2025-03-07"), DayKind.SHORT_DAY, "предпраздничный"),
                  off("2025-12-31")),
              year(
                  2026,
                  1,
                  holiday("2026-01-01"),
                  holiday("2026-01-02"),
                  holiday("2026-01-05"),
                  holiday("2026-01-06"),
                  holiday("2026-01-07"),
                  holiday("2026-01-08"),
                  off("2026-01-09"))));

  @Test
  void a_holiday_and_a_moved_day_off_are_free_and_a_working_saturday_is_worked() {
    assertFalse(RUSSIA.isWorkingDay(d("2025-11-04")));
    assertFalse(RUSSIA.isWorkingDay(d("2025-11-03")));
    assertTrue(RUSSIA.isWorkingDay(d("2025-11-01")));
    assertFalse(RUSSIA.isWorkingDay(d("2025-11-08")));
    assertTrue(RUSSIA.isWorkingDay(d("2025-03-07")));
  }

  @Test
  void the_first_working_day_after_the_new_year_break_names_the_days_skipped() {
    WorkingDay found = RUSSIA.firstWorkingDay(d("2025-12-31"));
    assertEquals(d("2026-01-12"), found.day());
    assertEquals(12, found.skipped().size());
    assertEquals(d("2025-12-31"), found.skipped().get(0));
    assertEquals(d("2026-01-11"), found.skipped().get(11));
  }

  @Test
  void a_working_day_is_its_own_first_working_day() {
    assertEquals(
        new WorkingDay(d("2025-11-01"), List.of()), RUSSIA.firstWorkingDay(d("2025-11-01")));
  }

  @Test
  void working_days_are_counted_from_the_day_after() {
    assertEquals(
        new WorkingDay(d("2025-11-05"), List.of(d("2025-11-02"), d("2025-11-03"), d("2025-11-04"))),
        RUSSIA.plusWorkingDays(d("2025-10-31"), 2));
    assertEquals(d("2025-11-05"), RUSSIA.plusWorkingDays(d("2025-11-02"), 0).day());
  }

  @Test
  void while_holidays_are_suspended_only_weekends_are_free() {
    WorkCalendar ukraine =
        new WorkCalendar(
            "UA",
            List.of(
                new CalendarYear(
                    "UA",
                    2026,
                    1,
                    "КЗпП ст. 73",
                    false,
                    List.of(holiday("2026-08-24"), holiday("2026-12-25"), off("2026-12-28")),
                    List.of(new SuspendedPeriod(d("2022-03-24"), d("2026-12-25"), "2136-IX")))));
    assertTrue(ukraine.isWorkingDay(d("2026-08-24")));
    assertTrue(ukraine.isWorkingDay(d("2026-12-25")));
    assertFalse(ukraine.isWorkingDay(d("2026-08-22")));
    assertFalse(ukraine.isWorkingDay(d("2026-12-28")), "the first holiday after the suspension");
  }

  @Test
  void the_newest_version_of_a_year_counts() {
    WorkCalendar two =
        new WorkCalendar("RU", List.of(year(2027, 2), year(2027, 1, holiday("2027-01-04"))));
    assertTrue(two.isWorkingDay(d("2027-01-04")));
  }

  @Test
  void a_year_without_a_calendar_is_refused_with_country_year_and_mend() {
    Refused refused = assertThrows(Refused.class, () -> RUSSIA.plusWorkingDays(d("2026-12-31"), 1));
    assertEquals(ProblemCode.CALENDAR_MISSING, refused.problem().code());
    assertEquals("calendar", refused.problem().field());
    assertTrue(refused.problem().detail().contains("RU in 2027"), refused.problem().detail());
    assertTrue(refused.problem().mend().contains("/api/v1/calendars"));
  }

  private static CalendarYear year(int year, int version, CalendarDay... days) {
    return new CalendarYear("RU", year, version, "decree", false, List.of(days), List.of());
  }

  private static CalendarDay holiday(String date) {
    return new CalendarDay(d(date), DayKind.HOLIDAY, "праздник");
  }

  private static CalendarDay off(String date) {
    return new CalendarDay(d(date), DayKind.MOVED_DAY_OFF, "перенос");
  }

  private static LocalDate d(String date) {
    return LocalDate.parse(date);
  }
}
