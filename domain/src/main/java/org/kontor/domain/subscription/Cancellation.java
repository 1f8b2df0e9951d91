package org.kontor.domain.subscription;

import java.time.LocalDate;
import java.time.YearMonth;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** When a cancelled subscription ends (S1.36). */
public final class Cancellation {

  /** Who cancelled. A customer takes back its own cancellation, the vendor any. */
  public enum By {
    CUSTOMER,
    VENDOR
  }

  private Cancellation() {}

  /** Whether the last day of a living subscription has passed. */
  public static boolean isOver(State state, LocalDate endsOn, LocalDate day) {
    boolean living = state == State.ACTIVE || state == State.STOPPED;
    return living && endsOn != null && endsOn.isBefore(day);
  }

  /**
   * The last day: the end of what is paid for; for plans billed by what was used, the end of the
   * day or of the month that will still be charged.
   *
   * @param chargedThrough last day already billed, or null
   * @param atOnce the other reading: today, whatever is paid for
   */
  public static LocalDate lastDay(
      Timing timing, LocalDate chargedThrough, LocalDate today, boolean atOnce) {
    if (atOnce || timing == Timing.DAILY) {
      return today;
    }
    boolean paidAhead = chargedThrough != null && chargedThrough.isAfter(today);
    return paidAhead ? chargedThrough : YearMonth.from(today).atEndOfMonth();
  }
}
