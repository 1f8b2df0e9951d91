package org.kontor.billing.bulk.control;

import java.time.LocalDate;

/** The one ordered step of a run that makes documents: numbers and books what was planned. */
public interface OrderedIssue {

  /**
   * The date that its documents would bear now: the run's business date, today, or the date of a
   * later document that the series has already. Takes the series' lock.
   */
  LocalDate earliestDate(RunContext run);

  /**
   * Issues the next drafts after a subscription id, in the caller's transaction.
   *
   * @return how many drafts were gone through; 0 when none is left
   * @throws RuntimeException when the day of the plan is over or a document of a later date was
   *     issued since; the run then plans again
   */
  Issued chunk(RunContext run, long after);

  /**
   * @param drafts gone through
   * @param documents issued of them; the others had been billed before
   * @param last subscription id of the last draft
   */
  record Issued(int drafts, int documents, long last) {}
}
