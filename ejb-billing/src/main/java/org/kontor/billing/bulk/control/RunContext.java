package org.kontor.billing.bulk.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.policy.PolicyPack;

/**
 * What a run knows, fixed at its start and never read again.
 *
 * @param date the business date: the day charged for, the 1st that is invoiced
 * @param issueDate of documents; later than {@code date} where a run is approved, retried or caught
 *     up late: they bear the day on which they are issued
 * @param pack the version in force on that date
 * @param recordedAt business clock when the run began; written as recorded_at
 * @param dry plan only
 */
public record RunContext(
    long runId,
    LocalDate date,
    LocalDate issueDate,
    PolicyPack pack,
    Instant recordedAt,
    boolean dry) {

  /** A run whose documents, if any, bear its business date. */
  public RunContext(long runId, LocalDate date, PolicyPack pack, Instant recordedAt, boolean dry) {
    this(runId, date, date, pack, recordedAt, dry);
  }
}
