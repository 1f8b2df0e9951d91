package org.kontor.domain.order;

import java.time.LocalDate;
import org.kontor.domain.policy.BillingPolicy.LateRenewal;
import org.kontor.domain.time.DateRange;

/**
 * How long a product may be used. Dates are local days of the seller; the last day is usable
 * (settled reading of S5.31).
 */
public final class Term {

  private Term() {}

  /**
   * The term that begins on {@code from}: the day before its day of the month comes round again.
   * Where that month has no such day, the term lasts to the month's end: 31 January + 1 month ends
   * on 28 February.
   *
   * @param months at least 1
   */
  public static DateRange starting(LocalDate from, int months) {
    positive(months);
    LocalDate again = from.plusMonths(months);
    boolean clamped = again.getDayOfMonth() < from.getDayOfMonth();
    return new DateRange(from, clamped ? again : again.minusDays(1));
  }

  /**
   * The term that a renewal buys (S5.33). Paid on the last usable day or before, it follows the
   * present term and ends {@code months} after the present last day, clamped at the month's end;
   * paid later, it begins on the payment's value date.
   *
   * @param expiresOn last usable day of the present term
   * @param paidOn value date of the payment
   */
  public static DateRange renewed(
      LocalDate expiresOn, LocalDate paidOn, int months, LateRenewal late) {
    positive(months);
    if (paidOn.isAfter(expiresOn) && late == LateRenewal.FROM_PAYMENT) {
      return starting(paidOn, months);
    }
    return new DateRange(expiresOn.plusDays(1), expiresOn.plusMonths(months));
  }

  /** The term that is expected when the renewal is paid in time. */
  public static DateRange following(LocalDate expiresOn, int months) {
    return renewed(expiresOn, expiresOn, months, LateRenewal.FROM_PAYMENT);
  }

  private static void positive(int months) {
    if (months < 1) {
      throw new IllegalArgumentException("a term has at least one month, not " + months);
    }
  }
}
