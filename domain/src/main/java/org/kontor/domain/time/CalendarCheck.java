package org.kontor.domain.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What a year's calendar must fulfil beyond its form. Finds every mistake, not the first alone. */
public final class CalendarCheck {

  /** No country of the world works less or more days a year in a five-day week. */
  private static final int FEWEST = 200;

  private static final int MOST = 262;

  private final List<CalendarFault> faults = new ArrayList<>();
  private final Map<LocalDate, Set<DayKind>> seen = new HashMap<>();

  private CalendarCheck() {}

  /** Faults in the order of the text; none when the calendar may be used. */
  public static List<CalendarFault> check(CalendarYear year) {
    CalendarCheck check = new CalendarCheck();
    for (int i = 0; i < year.days().size(); i++) {
      check.day(year.days().get(i), year.year(), "days[" + i + "]");
    }
    for (int i = 0; i < year.suspended().size(); i++) {
      check.suspended(year.suspended().get(i), "suspended[" + i + "]");
    }
    if (check.faults.isEmpty() && !year.isRegion()) {
      check.count(year);
    }
    return List.copyOf(check.faults);
  }

  private void day(CalendarDay day, int year, String path) {
    LocalDate date = day.date();
    if (date.getYear() != year) {
      fault(path + ".date", date + " is not in " + year, "Put it into the calendar of its year.");
    }
    if (day.name().isBlank()) {
      fault(path + ".name", "The day has no name", "Say which holiday it is, or what was moved.");
    }
    Set<DayKind> kinds = seen.computeIfAbsent(date, any -> EnumSet.noneOf(DayKind.class));
    boolean worked = kinds.contains(DayKind.WORKING_WEEKEND_DAY);
    boolean shortened = day.kind() == DayKind.SHORT_DAY && worked;
    if (!kinds.isEmpty() && !(shortened && kinds.size() == 1)) {
      fault(
          path + ".date",
          date + " is listed twice",
          "Keep one; only a working weekend day may be listed again, after it, as a short day.");
    }
    kinds.add(day.kind());
    if (day.kind() == DayKind.WORKING_WEEKEND_DAY && !day.onWeekend()) {
      fault(
          path + ".kind",
          date + " is no Saturday or Sunday and is worked anyway",
          "Remove it, or correct the date.");
    }
    if (day.onWeekend() && day.kind() == DayKind.MOVED_DAY_OFF) {
      fault(
          path + ".kind",
          date + " is a weekend and free anyway",
          "Correct the date to the weekday that became free.");
    }
    if (day.onWeekend() && day.kind() == DayKind.SHORT_DAY && !worked) {
      fault(
          path + ".kind",
          date + " is a weekend and not worked",
          "List it as WORKING_WEEKEND_DAY first, or correct the date.");
    }
  }

  private void suspended(SuspendedPeriod period, String path) {
    if (period.to() != null && period.to().isBefore(period.from())) {
      fault(
          path + ".to",
          "The suspension ends on " + period.to() + ", before it begins on " + period.from(),
          "Give the last day on which holidays were suspended, or leave `to` out.");
    }
    if (period.source().isBlank()) {
      fault(path + ".source", "The suspension has no source", "Name the law.");
    }
  }

  private void count(CalendarYear year) {
    int working = year.countWorkingDays();
    if (working < FEWEST || working > MOST) {
      fault(
          "days",
          "The year would have " + working + " working days",
          "Check the list: a year has " + FEWEST + " to " + MOST + ".");
    }
  }

  private void fault(String path, String reason, String mend) {
    faults.add(new CalendarFault(path, reason, mend));
  }
}
