package org.kontor.domain.time;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The legal calendar of one country in one year, in one version. The plain week is Monday to
 * Friday; {@code days} lists what differs.
 *
 * @param country ISO 3166-1 alpha-2, upper case; with a region ISO 3166-2 ({@code ES-CT})
 * @param year 1900 to 2999
 * @param version 1, 2, …; a later version replaces an earlier one as a whole
 * @param source laws and decrees that it was taken from
 * @param provisional true while the government's transfers for the year are not yet decreed
 * @param days exceptions to the plain week, one a date
 * @param suspended periods without public holidays
 */
public record CalendarYear(
    String country,
    int year,
    int version,
    String source,
    boolean provisional,
    List<CalendarDay> days,
    List<SuspendedPeriod> suspended) {

  public CalendarYear {
    Objects.requireNonNull(country, "country");
    Objects.requireNonNull(source, "source");
    days = List.copyOf(days);
    suspended = List.copyOf(suspended);
  }

  /** Bit n is set when the n-th day of the year is a working day; bit 0 is never set. */
  BitSet workingDays() {
    BitSet working = new BitSet(367);
    for (LocalDate d = LocalDate.of(year, 1, 1); d.getYear() == year; d = d.plusDays(1)) {
      working.set(d.getDayOfYear(), d.getDayOfWeek().getValue() <= 5);
    }
    for (CalendarDay day : days) {
      if (day.date().getYear() == year && !suspendedOn(day)) {
        switch (day.kind()) {
          case HOLIDAY, MOVED_DAY_OFF -> working.clear(day.date().getDayOfYear());
          case WORKING_WEEKEND_DAY -> working.set(day.date().getDayOfYear());
          case SHORT_DAY -> {
            // worked, though shorter
          }
        }
      }
    }
    return working;
  }

  /** Whether it belongs to a part of a country and adds to that country's own. */
  public boolean isRegion() {
    return country.length() > 2;
  }

  /**
   * This country's year with a region's days: where both list a date, the region's word counts.
   *
   * @param region of the same year
   */
  public CalendarYear with(CalendarYear region) {
    if (region.year() != year || !region.country().startsWith(country + "-")) {
      throw new IllegalArgumentException(region.country() + " " + region.year());
    }
    Set<LocalDate> replaced =
        region.days().stream().map(CalendarDay::date).collect(Collectors.toSet());
    List<CalendarDay> together = new ArrayList<>(region.days());
    days.stream().filter(day -> !replaced.contains(day.date())).forEach(together::add);
    List<SuspendedPeriod> both = new ArrayList<>(suspended);
    both.addAll(region.suspended());
    return new CalendarYear(
        region.country(),
        year,
        region.version(),
        source + "; " + region.source(),
        provisional || region.provisional(),
        together,
        both);
  }

  /** How many working days the year has; official calendars print this figure. */
  public int countWorkingDays() {
    return workingDays().cardinality();
  }

  private boolean suspendedOn(CalendarDay day) {
    return suspended.stream().anyMatch(p -> p.contains(day.date()));
  }
}
