package org.kontor.billing.bulk.control;

/** The one ordered step of a run that makes documents: numbers and books what was planned. */
public interface OrderedIssue {

  /**
   * Issues the next drafts after a subscription id, in the caller's transaction.
   *
   * @return how many drafts were gone through; 0 when none is left
   */
  Issued chunk(RunContext run, long after);

  /**
   * @param drafts gone through
   * @param documents issued of them; the others had been billed before
   * @param last subscription id of the last draft
   */
  record Issued(int drafts, int documents, long last) {}
}
