package org.kontor.domain.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.NavigableSet;
import java.util.TreeMap;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * Legal working days of one country. It answers only for years that it holds: a year without its
 * calendar is refused with {@link ProblemCode#CALENDAR_MISSING}, never guessed from the week.
 */
public final class WorkCalendar {

  private final String country;
  private final TreeMap<Integer, BitSet> workingDays = new TreeMap<>();

  /**
   * @param country as in {@link CalendarYear#country()}
   * @param years any order; of several versions of a year the highest counts
   */
  public WorkCalendar(String country, Collection<CalendarYear> years) {
    this.country = country;
    TreeMap<Integer, CalendarYear> newest = new TreeMap<>();
    for (CalendarYear year : years) {
      if (!year.country().equals(country)) {
        throw new IllegalArgumentException(year.country() + " among the years of " + country);
      }
      newest.merge(year.year(), year, (a, b) -> a.version() > b.version() ? a : b);
    }
    newest.forEach((number, year) -> workingDays.put(number, year.workingDays()));
  }

  public String country() {
    return country;
  }

  /** Years that it can answer for, ascending. */
  public NavigableSet<Integer> years() {
    return Collections.unmodifiableNavigableSet(workingDays.navigableKeySet());
  }

  public boolean covers(int year) {
    return workingDays.containsKey(year);
  }

  /**
   * Whether people work on that day.
   *
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING when the day's year is not covered
   */
  public boolean isWorkingDay(LocalDate day) {
    BitSet year = workingDays.get(day.getYear());
    if (year == null) {
      throw missing(day.getYear());
    }
    return year.get(day.getDayOfYear());
  }

  /**
   * The first working day on or after a day: the day itself when it is one.
   *
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING when the search leaves the years
   */
  public WorkingDay firstWorkingDay(LocalDate onOrAfter) {
    List<LocalDate> skipped = new ArrayList<>(0);
    LocalDate day = onOrAfter;
    while (!isWorkingDay(day)) {
      skipped.add(day);
      day = day.plusDays(1);
    }
    return new WorkingDay(day, skipped);
  }

  /**
   * The n-th working day after a day, that day itself not counted; 0 is {@link
   * #firstWorkingDay(LocalDate)}.
   *
   * @param days 0 or more
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING when the search leaves the years
   */
  public WorkingDay plusWorkingDays(LocalDate from, int days) {
    if (days < 0) {
      throw new IllegalArgumentException("days " + days);
    }
    if (days == 0) {
      return firstWorkingDay(from);
    }
    List<LocalDate> skipped = new ArrayList<>();
    LocalDate day = from;
    for (int left = days; left > 0; ) {
      day = day.plusDays(1);
      if (isWorkingDay(day)) {
        left--;
      } else {
        skipped.add(day);
      }
    }
    return new WorkingDay(day, skipped);
  }

  private RuntimeException missing(int year) {
    return Problem.of(
            ProblemCode.CALENDAR_MISSING,
            "calendar",
            "There is no calendar of legal working days for " + country + " in " + year + ".",
            "Import it: POST /api/v1/calendars with country \""
                + country
                + "\" and year "
                + year
                + ", taken from the official decree.")
        .asException();
  }
}
