package org.kontor.domain.run;

/**
 * What a run does for one vendor and business date. The order of the constants is the order in
 * which work that falls due at the same instant is done.
 */
public enum RunKind {
  /** Charges one day by its results; due at the day's end (S2.5). */
  DAILY,
  /** Takes the month that ended from the balance; due on the 1st (S3.22). */
  SETTLEMENT,
  /** Opens cases of overdue invoices, tells stages that begin, stops what they stop (S1.28). */
  ACCESS,
  /** Counts the days of accounts that end, and announces it; due each day (S1.29, S3.35). */
  LIFE,
  /** Deletes and purges what has come to its end; due each day, after {@link #LIFE}. */
  DELETION,
  /** Ends trials; due on the day after the last trial day (S1.2). */
  TRIAL_END,
  /** Applies changes that take effect that day (S1.13, S1.17); before the invoices. */
  CHANGES,
  /** Invoices the month that begins; due on the invoice day (S1.26). */
  MONTHLY,
  /** Invoices terms that end soon (S5.1) and expires those that ended. */
  RENEWAL,
  /** Reminds of open invoices on a day of the month (S1.38). */
  REMINDER;

  /**
   * Whether money is booked chunk by chunk, so that nothing can be checked between plan and book.
   */
  public boolean booksAtOnce() {
    return this == DAILY || this == SETTLEMENT || this == RENEWAL;
  }

  /** Whether what it bills are documents with lines; otherwise they are charges. */
  public boolean makesDocuments() {
    return this == MONTHLY || this == RENEWAL;
  }
}
