package org.kontor.crm.calendar.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.time.DayKind;

/**
 * One version of a year.
 *
 * @param workingDays how many the year has; for a region, of the region's own days alone: null
 * @param bundled true when it came with the product
 * @param importedAt null when it is bundled
 * @param days null in lists
 * @param suspended null in lists
 */
public record CalendarView(
    String country,
    int year,
    int version,
    String source,
    boolean provisional,
    Integer workingDays,
    boolean bundled,
    Instant importedAt,
    List<Day> days,
    List<Suspended> suspended) {

  /** One exception to the plain week. */
  public record Day(LocalDate date, DayKind kind, String name) {}

  /**
   * Days without public holidays.
   *
   * @param to null while the end is not known
   */
  public record Suspended(LocalDate from, LocalDate to, String source) {}
}
