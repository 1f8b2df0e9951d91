package org.kontor.domain.policy;

/** When a plan is billed. */
public enum Timing {
  /** Invoiced on the invoice day for the month that begins (S1.25, S1.26). */
  MONTHLY_ADVANCE,
  /** Charged from the balance by the results of each day (S2.5). */
  DAILY,
  /** Accrued and charged from the balance on the 1st for the month that ended (S3.22). */
  MONTHLY_ARREARS
}
