package org.kontor.domain.retention;

/** Why an account's data comes to its end. */
public enum CaseKind {
  /** Unpaid invoices: kept for some months after the stop (S1.29–S1.32). */
  AFTER_STOP,
  /** Cancelled: ends with the paid month, then as after a stop (S1.36). */
  CANCELLATION,
  /** Moves to another provider, with time to take the data along (STANDARDS D.9). */
  TERMINATION,
  /** Neither used nor paid for (S3.29–S3.45). */
  INACTIVITY,
  /** A trial that was not converted (S1.2–S1.6). */
  TRIAL_END
}
