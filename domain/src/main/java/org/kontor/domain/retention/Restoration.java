package org.kontor.domain.retention;

import java.time.LocalDate;
import java.time.YearMonth;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.policy.Timing;

/** Bringing an account back after its deletion (S3.42, S3.45). */
public final class Restoration {

  private Restoration() {}

  /** Support can still do it on that day: the last of the days counts, then it is purged. */
  public static boolean inTime(LocalDate today, LocalDate purgedOn) {
    return today.isBefore(purgedOn);
  }

  /**
   * What is missing on the balance, zero when the account may come back (S3.45). Where the policy
   * gives 30 days of peace instead, nothing is.
   *
   * @param policy null for an account that was not deleted for inactivity: nothing is asked
   */
  public static Money missing(Inactivity policy, Money balance, Money baseFee) {
    Money none = Money.zero(baseFee.currency());
    if (policy == null || policy.restoreByPause()) {
      return none;
    }
    Money missing = baseFee.minus(balance);
    return missing.isPositive() ? missing : none;
  }

  /** Last day without a new notice, or null where the balance alone protects (S3.45). */
  public static LocalDate quietUntil(Inactivity policy, LocalDate today) {
    return policy != null && policy.restoreByPause() ? today.plusDays(Inactivity.PAUSE_DAYS) : null;
  }

  /**
   * Through which day it counts as charged when it comes back: the days in which it was deleted
   * cost nothing, unless the policy says otherwise; the month of the restoration is charged as any
   * other.
   *
   * @param chargedThrough before, or null
   */
  public static LocalDate chargedThrough(
      Inactivity policy, Timing timing, LocalDate chargedThrough, LocalDate today) {
    if (policy != null && policy.chargedAfterDeletion()) {
      return chargedThrough;
    }
    LocalDate free =
        timing == Timing.MONTHLY_ARREARS
            ? YearMonth.from(today).atDay(1).minusDays(1)
            : today.minusDays(1);
    return chargedThrough != null && chargedThrough.isAfter(free) ? chargedThrough : free;
  }
}
