package org.kontor.billing.charging.control;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.ledger.LowBalanceAlert;
import org.kontor.domain.pricing.Carry;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;

/**
 * A subscription that is being charged.
 *
 * @param language of its customer, for the names of the lines
 * @param currency of its customer's accounts
 * @param alert of its customer; null where it wants to hear of none
 */
record DueAccount(
    SubscriptionSnapshot subscription, String language, String currency, LowBalanceAlert alert) {

  /** The same once it has been charged through a day. */
  DueAccount charged(LocalDate through, Carry carry) {
    return being(
        with(subscription, subscription.planCode(), through, carry, subscription.components()));
  }

  /** The same with its subscription in another state. */
  DueAccount being(SubscriptionSnapshot other) {
    return new DueAccount(other, language, currency, alert);
  }

  /** The same with the plan that it once had. */
  DueAccount onPlan(String planCode) {
    Carry carry = new Carry(subscription.carryExact(), subscription.carryCharged());
    return being(
        with(
            subscription,
            planCode,
            subscription.chargedThrough(),
            carry,
            subscription.components()));
  }

  /** The same with its components of all times. */
  DueAccount having(List<ComponentPeriod> components) {
    SubscriptionSnapshot s = subscription;
    Carry carry = new Carry(s.carryExact(), s.carryCharged());
    return being(with(s, s.planCode(), s.chargedThrough(), carry, components));
  }

  private static SubscriptionSnapshot with(
      SubscriptionSnapshot s,
      String planCode,
      LocalDate through,
      Carry carry,
      List<ComponentPeriod> components) {
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
        components,
        s.formerPlans());
  }
}
