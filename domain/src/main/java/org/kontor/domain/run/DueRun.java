package org.kontor.domain.run;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;

/**
 * A run that falls due.
 *
 * @param date business date: the day charged for, the day that begins otherwise
 * @param dueAt moment in the seller's zone from which it may run
 */
public record DueRun(String vendorCode, RunKind kind, LocalDate date, Instant dueAt)
    implements Comparable<DueRun> {

  private static final Comparator<DueRun> ORDER =
      Comparator.comparing(DueRun::dueAt)
          .thenComparing(DueRun::vendorCode)
          .thenComparing(DueRun::kind);

  /** In time; at the same moment vendor by vendor, in the order of {@link RunKind}. */
  @Override
  public int compareTo(DueRun other) {
    return ORDER.compare(this, other);
  }
}
