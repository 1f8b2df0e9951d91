package org.kontor.domain.policy;

import java.util.List;
import java.util.Set;

/**
 * What each audience sees of a plan while a product that it needs is not as it should be: a licence
 * that has expired, was taken back or is not paid (S5.3, S5.31). It stands beside the ladder of
 * debts; where both restrict, the harder one counts for each audience.
 *
 * @param product code of the product that is asked for
 * @param when states, each of which suffices
 * @param plans codes of the plans that it concerns; empty for all
 * @param from full days that the state lasts before the stage begins; 0 = at once
 * @param stage what it does; its own {@code from} is not used
 */
public record LicenceStage(
    String product, Set<When> when, List<String> plans, int from, AccessStage stage) {

  public LicenceStage {
    when = Set.copyOf(when);
    plans = List.copyOf(plans);
  }

  /** A state of the customer's product; all but the last are told of who has no usable one. */
  public enum When {
    /** There is none that can be used, and one has run out. */
    EXPIRED,
    /** There is none that can be used, and one was ordered and is not paid. */
    UNPAID,
    /** There is none that can be used, and one was taken back. */
    WITHDRAWN,
    NEVER_ORDERED,
    /** It can be used, and the invoice that renews it is open. */
    RENEWAL_UNPAID;

    /** Whether the day on which it began is known, so that days can be counted. */
    boolean isDated() {
      return this != WITHDRAWN && this != NEVER_ORDERED;
    }
  }

  /** Whether it concerns a plan. */
  public boolean concerns(String plan) {
    return plans.isEmpty() || plans.contains(plan);
  }

  /** Whether a product's state can be told by both at once. */
  boolean meets(LicenceStage other) {
    boolean samePlan =
        plans.isEmpty() || other.plans.isEmpty() || plans.stream().anyMatch(other.plans::contains);
    return product.equals(other.product)
        && samePlan
        && when.stream().anyMatch(other.when::contains);
  }
}
