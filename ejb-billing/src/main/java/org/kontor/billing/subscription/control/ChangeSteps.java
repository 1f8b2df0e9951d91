package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.billing.subscription.entity.SubscriptionComponent;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.change.ChangeDecision.Step;
import org.kontor.domain.change.ChangeState;
import org.kontor.domain.subscription.Terms;

/** Stores what a decision about a change came to: plan, quantities with their days, the change. */
@ApplicationScoped
public class ChangeSteps {

  private final SubscriptionStore store;
  private final Ids ids;
  private final Sql sql;

  @Inject
  public ChangeSteps(SubscriptionStore store, Ids ids, Sql sql) {
    this.store = store;
    this.ids = ids;
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected ChangeSteps() {
    this(null, null, null);
  }

  /** Puts the terms in force from a day on; what they lack ends the day before. */
  public void enforce(Subscription subscription, Terms terms, LocalDate from) {
    if (!subscription.getPlanCode().equals(terms.plan().code())) {
      leave(subscription, from);
      subscription.moveTo(terms.plan().code());
    }
    Map<String, Long> missing = new HashMap<>(terms.quantities());
    for (SubscriptionComponent present : store.componentsInForce(subscription.getId())) {
      String code = present.getComponentCode();
      if (terms.quantity(code) == present.getQuantity()) {
        missing.remove(code);
      } else {
        present.endBefore(from);
      }
    }
    missing.forEach(
        (code, quantity) ->
            store.add(new SubscriptionComponent(ids.next(), subscription, code, quantity, from)));
  }

  /**
   * Days that are charged late are charged by the plan of their own (the first one left counts).
   */
  private void leave(Subscription subscription, LocalDate from) {
    sql.update(
        "insert into former_plan (customer_id, subscription_id, through, plan_code)"
            + " values (?, ?, ?, ?) on conflict do nothing",
        subscription.getCustomerId(),
        subscription.getId(),
        from.minusDays(1),
        subscription.getPlanCode());
  }

  /** Writes a step down as a change of its own. */
  public PlanChange record(
      Subscription subscription, Step step, LocalDate requestedOn, ChangeState state) {
    PlanChange change =
        new PlanChange(
            ids.next(),
            subscription,
            requestedOn,
            step.effectiveOn(),
            step.change().plan(),
            Quantities.write(step.change().components()),
            step.direction(),
            state);
    store.add(change);
    return change;
  }

  /** What waits will not happen (settled reading: a waiting downgrade lapses with a stop). */
  public void lapse(long subscriptionId, String why) {
    store.waiting(subscriptionId).forEach(change -> change.becomes(ChangeState.LAPSED, why));
  }
}
