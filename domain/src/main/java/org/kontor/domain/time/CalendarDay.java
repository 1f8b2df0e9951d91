package org.kontor.domain.time;

import java.time.LocalDate;
import java.util.Objects;

/**
 * One exception to the plain week.
 *
 * @param date local date in the calendar's country
 * @param kind what it is
 * @param name the day's name in the country's language, or what was moved from where; not empty
 */
public record CalendarDay(LocalDate date, DayKind kind, String name) {

  public CalendarDay {
    Objects.requireNonNull(date, "date");
    Objects.requireNonNull(kind, "kind");
    Objects.requireNonNull(name, "name");
  }

  boolean onWeekend() {
    return date.getDayOfWeek().getValue() >= 6;
  }
}
