package org.kontor.billing.charging.control;

import java.time.LocalDate;
import org.kontor.domain.pricing.Carry;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/**
 * A subscription that is being charged.
 *
 * @param language of its customer, for the names of the lines
 * @param currency of its customer's accounts
 */
record DueAccount(SubscriptionSnapshot subscription, String language, String currency) {

  /** The same once it has been charged through a day. */
  DueAccount charged(LocalDate through, Carry carry) {
    return new DueAccount(
        with(subscription, subscription.planCode(), through, carry), language, currency);
  }

  /** The same with the plan that it once had. */
  DueAccount onPlan(String planCode) {
    Carry carry = new Carry(subscription.carryExact(), subscription.carryCharged());
    return new DueAccount(
        with(subscription, planCode, subscription.chargedThrough(), carry), language, currency);
  }

  private static SubscriptionSnapshot with(
      SubscriptionSnapshot s, String planCode, LocalDate through, Carry carry) {
    return new SubscriptionSnapshot(
        s.id(),
        s.customerId(),
        planCode,
        s.state(),
        s.startedOn(),
        s.trialLastDay(),
        s.activatedOn(),
        s.stoppedOn(),
        s.restoredOn(),
        s.endsOn(),
        through,
        carry.exact(),
        carry.charged(),
        s.components());
  }
}
