package org.kontor.domain.access;

/** What a step of access is because of. */
public enum Cause {
  /** Nothing is owed. */
  NOTHING_OWED,
  /** An invoice is overdue (S1.28). */
  OVERDUE_INVOICE,
  /** The balance is exhausted (S2.16, S3.10). */
  NEGATIVE_BALANCE,
  /** A promised payment is running (S2.30). */
  PROMISE,
  /** Staff hold the restriction back. */
  HOLD,
  /** The customer has said that a transfer is under way. */
  TRANSFER_NOTICE,
  /** The deletion for inactivity is announced, where that rests the ladder (S3.44). */
  DELETION_NOTICE,
  /** A product that the plan needs has expired, was taken back or is not paid (S5.31). */
  LICENCE,
  /** Staff stopped the subscription. */
  STOPPED,
  /** The trial is over, its data waits for its deletion (S1.2). */
  TRIAL_OVER,
  /** The account is closed (S1.31). */
  CLOSED
}
