package org.kontor.domain.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * A subscription as the engine sees it on a business date. Dates are local days of the seller.
 *
 * @param trialLastDay last day of the trial, or null
 * @param activatedOn first day as a paying subscription, or null in trial
 * @param restoredOn day on which access came back after the last stop, or null (S1.33)
 * @param endsOn last day of a cancelled subscription, or null
 * @param chargedThrough last day already charged or invoiced, or null
 * @param carryExact S2.12 CARRY: exact running sum since activation
 * @param carryCharged what was charged of it
 */
public record SubscriptionSnapshot(
    long id,
    long customerId,
    String planCode,
    State state,
    LocalDate startedOn,
    LocalDate trialLastDay,
    LocalDate activatedOn,
    LocalDate stoppedOn,
    LocalDate restoredOn,
    LocalDate endsOn,
    LocalDate chargedThrough,
    BigDecimal carryExact,
    BigDecimal carryCharged,
    List<ComponentPeriod> components) {

  public SubscriptionSnapshot {
    components = List.copyOf(components);
  }

  /** Quantity of a component in force on a day; 0 where there is none. */
  public long quantityOn(String componentCode, LocalDate day) {
    for (ComponentPeriod period : components) {
      if (period.code().equals(componentCode) && period.covers(day)) {
        return period.quantity();
      }
    }
    return 0;
  }

  /** Life of a subscription; {@code STOPPED} is unpaid, {@code DELETED} lost its data too. */
  public enum State {
    TRIAL,
    ACTIVE,
    STOPPED,
    ENDED,
    DELETED
  }

  /**
   * @param from first day
   * @param to last day, or null while in force
   */
  public record ComponentPeriod(String code, long quantity, LocalDate from, LocalDate to) {

    public boolean covers(LocalDate day) {
      return !day.isBefore(from) && (to == null || !day.isAfter(to));
    }
  }
}
