package org.kontor.domain.model;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Random;
import org.kontor.domain.time.CalendarDay;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.DayKind;
import org.kontor.domain.time.WorkCalendar;

/**
 * A made-up country's days off: weekends, holidays alone and in rows of up to twelve, working
 * weekend days. The model has them as bits, the product as the calendar that they are written in.
 */
final class ModelCalendar {

  private final BitSet free = new BitSet();
  private final WorkCalendar calendar;

  ModelCalendar(Random random) {
    List<CalendarYear> years = new ArrayList<>();
    for (int year = 2023; year <= 2034; year++) {
      List<CalendarDay> days = new ArrayList<>();
      int first = (int) LocalDate.of(year, 1, 1).toEpochDay();
      int last = (int) LocalDate.of(year, 12, 31).toEpochDay();
      for (int day = first; day <= last; day++) {
        free.set(day, weekend(day));
      }
      for (int rows = random.nextInt(14); rows > 0; rows--) {
        int begin = first + random.nextInt(365);
        int length = random.nextInt(4) == 0 ? 1 + random.nextInt(12) : 1;
        for (int day = begin; day < begin + length && day <= last; day++) {
          if (!weekend(day) && !free.get(day)) {
            free.set(day);
            days.add(day(day, random.nextBoolean() ? DayKind.HOLIDAY : DayKind.MOVED_DAY_OFF));
          }
        }
      }
      for (int day = first; day <= last; day++) {
        if (weekend(day) && random.nextInt(40) == 0) {
          free.clear(day);
          days.add(day(day, DayKind.WORKING_WEEKEND_DAY));
        }
      }
      years.add(new CalendarYear("RU", year, 1, "model", false, days, List.of()));
    }
    calendar = new WorkCalendar("RU", years);
  }

  boolean isFree(int day) {
    return free.get(day);
  }

  /** The first day from this one on that is worked. */
  int worked(int from) {
    return free.nextClearBit(from);
  }

  WorkCalendar calendar() {
    return calendar;
  }

  private static boolean weekend(int day) {
    // 1970-01-01 was a Thursday
    return Math.floorMod(day + 3, 7) >= 5;
  }

  private static CalendarDay day(int day, DayKind kind) {
    return new CalendarDay(LocalDate.ofEpochDay(day), kind, "day off");
  }
}
