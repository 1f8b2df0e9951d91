package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;

/**
 * What a plan with its components costs in a whole month (S1.11): a base, and each component's
 * units beyond the included ones. Only the plan's fee and its components have a price here; what
 * the vendor's fee includes (S2.1) has none, because a pack has no place for one.
 */
public final class PriceList {

  /** UN/ECE Recommendation 20: month. */
  public static final String MONTH = "MON";

  /** UN/ECE Recommendation 20: piece. */
  public static final String PIECE = "C62";

  private static final List<String> BASE_RULES = List.of("S1.11", "S1.25");
  private static final List<String> TIER_RULES = List.of("S2.8", "S2.10");
  private static final List<String> COMPONENT_RULES = List.of("S1.11");

  private PriceList() {}

  /**
   * The positions of one whole month; the base first, then the components in the plan's order. A
   * component within its included units, or without a fee, is not a position.
   *
   * @param quantity units by component code; for a plan with tiers also by {@link Metric#HEADCOUNT}
   * @param policyId {@code code@version}, quoted by the explanations
   * @param language of the names
   */
  public static List<PricedItem> monthly(
      Plan plan, ToLongFunction<String> quantity, String policyId, String language) {
    List<PricedItem> items = new ArrayList<>(1 + plan.components().size());
    items.add(base(plan, quantity, policyId, language));
    for (Plan.Component component : plan.components()) {
      component(component, quantity.applyAsLong(component.code()), policyId, language)
          .ifPresent(items::add);
    }
    return List.copyOf(items);
  }

  /** The position of one component in a whole month; empty where it is none. */
  static Optional<PricedItem> component(
      Plan.Component component, long ordered, String policyId, String language) {
    return ordered > component.included() && component.fee().signum() != 0
        ? Optional.of(position(component, ordered, policyId, language))
        : Optional.empty();
  }

  private static PricedItem base(
      Plan plan, ToLongFunction<String> quantity, String policyId, String language) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("plan", plan.code());
    BigDecimal fee = plan.fee();
    List<String> rules = BASE_RULES;
    if (!plan.tiers().isEmpty()) {
      long heads = quantity.applyAsLong(Metric.HEADCOUNT);
      Plan.PriceTier tier = tier(plan, heads);
      facts.put("tier", tier.name());
      facts.put("headcount", Long.toString(heads));
      fee = tier.fee();
      rules = TIER_RULES;
    }
    Explanation why = new Explanation(rules, policyId, facts, Expr.num("fee", fee));
    return new PricedItem(plan.code(), plan.name().in(language), BigDecimal.ONE, MONTH, fee, why);
  }

  /** The tier to which so many people belong (S2.8); none of them belongs to the first. */
  public static Plan.PriceTier tier(Plan plan, long heads) {
    for (Plan.PriceTier tier : plan.tiers()) {
      if (tier.upTo() == null || heads <= tier.upTo()) {
        return tier;
      }
    }
    throw new IllegalStateException("the last tier of " + plan.code() + " is not open-ended");
  }

  private static PricedItem position(
      Plan.Component component, long ordered, String policyId, String language) {
    Expr units = Expr.num("quantity", ordered);
    if (component.included() != 0) {
      units = Expr.sub(units, Expr.num("included", component.included()));
    }
    Explanation why =
        new Explanation(
            COMPONENT_RULES,
            policyId,
            Map.of("component", component.code()),
            Expr.mul(units, Expr.num("fee", component.fee())));
    return new PricedItem(
        component.code(),
        component.name().in(language),
        BigDecimal.valueOf(ordered - component.included()),
        PIECE,
        component.fee(),
        why);
  }
}
