package org.kontor.domain.invoice;

import java.time.LocalDate;

/** The date of the documents of a run (BT-2), from which their term to pay counts (S1.27). */
public final class IssueDate {

  private IssueDate() {}

  /**
   * The day on which they are really issued: a run that is approved, retried or caught up late
   * leaves the same days to pay as one in time, before anything is stopped (S1.28). What they bill,
   * and its period, stay the run's.
   *
   * @param businessDate of the run; a plan for a day to come is dated with that day
   * @param today in the seller's zone
   * @param last date of the last document of the series: dates follow numbers
   */
  public static LocalDate of(LocalDate businessDate, LocalDate today, LocalDate last) {
    LocalDate day = today.isAfter(businessDate) ? today : businessDate;
    return last.isAfter(day) ? last : day;
  }
}
