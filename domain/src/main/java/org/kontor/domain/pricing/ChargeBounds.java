package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.ChargeOutcome.Parked;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.time.DateRange;

/** What parks an account instead of being charged (QUALITY R5). */
final class ChargeBounds {

  /** Minor units that no charge of a day or month reaches; above, a fact or a price is wrong. */
  private static final BigDecimal ABSURD = new BigDecimal("1000000000000");

  private ChargeBounds() {}

  /**
   * What cannot be priced: a plan whose head-count has no tier (S2.8), or a component of the
   * customer's that the plan does not have, and that would otherwise be used for nothing.
   */
  static Optional<Parked> unpriced(Plan plan, SubscriptionSnapshot subscription, DateRange period) {
    for (ComponentPeriod component : subscription.components()) {
      boolean used =
          component.quantity() > 0
              && !component.from().isAfter(period.to())
              && (component.to() == null || !component.to().isBefore(period.from()));
      if (used && plan.component(component.code()).isEmpty()) {
        return Optional.of(unknown(component.code(), plan.code()));
      }
    }
    return tiers(plan);
  }

  static Parked unknown(String component, String plan) {
    return new Parked("UNKNOWN_COMPONENT", "component " + component + " is not in plan " + plan);
  }

  private static Optional<Parked> tiers(Plan plan) {
    List<Plan.PriceTier> tiers = plan.tiers();
    if (!tiers.isEmpty() && tiers.get(tiers.size() - 1).upTo() != null) {
      return Optional.of(
          new Parked("POLICY_INVALID", "the last tier of " + plan.code() + " is not open-ended"));
    }
    return Optional.empty();
  }

  static Optional<Parked> lines(PolicyPack pack, List<ChargeLine> lines) {
    if (lines.size() > pack.bounds().maxLinesPerDocument()) {
      return Optional.of(new Parked("TOO_MANY_LINES", lines.size() + " lines in one charge"));
    }
    Set<String> seen = new HashSet<>();
    for (ChargeLine line : lines) {
      if (!seen.add(line.itemCode())) {
        return Optional.of(
            new Parked("DUPLICATE_ITEM", line.itemCode() + " names two things of the plan"));
      }
    }
    return Optional.empty();
  }

  static Optional<Parked> amount(String itemCode, BigDecimal amount) {
    BigDecimal minor = amount.movePointRight(amount.scale()).abs();
    if (minor.compareTo(ABSURD) > 0) {
      return Optional.of(
          new Parked("ABSURD_AMOUNT", itemCode + " would cost " + amount.toPlainString()));
    }
    return Optional.empty();
  }
}
