package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.ChargeOutcome.NothingDue;
import org.kontor.domain.pricing.ChargeOutcome.Parked;
import org.kontor.domain.pricing.ChargeOutcome.Reason;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.DayUsage;

/**
 * What one day costs by its results (S2.5): the fee of the day's tier divided by thirty
 * (S2.8–S2.10), each monthly service likewise (S2.4), and every unit of metered use (S2.7).
 *
 * <p>Weekends and holidays are days like others (S2.22), and so are days on which access is
 * restricted. The same function serves the run, its dry run, the forecast, and corrections.
 */
public final class DailyPricing {

  private static final List<String> FEE_RULES = List.of("S2.5", "S2.9", "S2.12");
  private static final List<String> TIER_RULES =
      List.of("S2.5", "S2.8", "S2.9", "S2.10", "S2.11", "S2.12");
  private static final List<String> SERVICE_RULES = List.of("S2.4", "S2.9", "S2.12");

  private DailyPricing() {}

  /**
   * Charges one day of one subscription.
   *
   * @param pack the version in force on that day
   * @param language of the lines' names
   */
  public static ChargeOutcome charge(
      PolicyPack pack,
      SubscriptionSnapshot subscription,
      DayUsage usage,
      LocalDate day,
      String language) {
    Optional<Reason> notDue = notDue(pack, subscription, day);
    if (notDue.isPresent()) {
      return new NothingDue(notDue.get());
    }
    Optional<Plan> found = pack.plan(subscription.planOn(day));
    if (found.isEmpty()) {
      return new Parked(
          "UNKNOWN_PLAN", "plan " + subscription.planOn(day) + " is not in " + pack.id());
    }
    Plan plan = found.get();
    if (plan.timing() != Timing.DAILY) {
      return new NothingDue(Reason.OTHER_TIMING);
    }
    Optional<Parked> incomplete = ChargeBounds.unpriced(plan, subscription, DateRange.day(day));
    if (incomplete.isPresent()) {
      return incomplete.get();
    }
    return new Day(pack, plan, usage, day, language).charge(subscription);
  }

  /**
   * The first day that is charged (S2.6): that of activation, or the one after it where the policy
   * says so.
   */
  public static LocalDate firstChargedDay(PolicyPack pack, LocalDate activatedOn) {
    return pack.billing().activationDayCharged() ? activatedOn : activatedOn.plusDays(1);
  }

  private static Optional<Reason> notDue(
      PolicyPack pack, SubscriptionSnapshot subscription, LocalDate day) {
    if (subscription.state() == State.DELETED) {
      return Optional.of(Reason.DELETED);
    }
    if (subscription.activatedOn() == null) {
      return Optional.of(Reason.TRIAL);
    }
    if (day.isBefore(firstChargedDay(pack, subscription.activatedOn()))) {
      return Optional.of(Reason.BEFORE_ACTIVATION);
    }
    if (ended(subscription, day)) {
      return Optional.of(Reason.AFTER_END);
    }
    LocalDate through = subscription.chargedThrough();
    return through != null && !day.isAfter(through)
        ? Optional.of(Reason.ALREADY_CHARGED)
        : Optional.empty();
  }

  /** Whether the subscription is over on that day; one that ended without a date always is. */
  static boolean ended(SubscriptionSnapshot subscription, LocalDate day) {
    return subscription.endsOn() == null
        ? subscription.state() == State.ENDED
        : day.isAfter(subscription.endsOn());
  }

  /** The monthly positions of a plan on a day; the base first. */
  static List<PricedItem> positions(
      PolicyPack pack,
      Plan plan,
      SubscriptionSnapshot subscription,
      DayUsage usage,
      LocalDate day,
      String language) {
    return PriceList.monthly(
        plan,
        code ->
            code.equals(Metric.HEADCOUNT) && !plan.tiers().isEmpty()
                ? HeadcountOfDay.of(pack.billing().headcount(), usage.of(Metric.HEADCOUNT))
                : subscription.quantityOn(code, day),
        pack.id(),
        language);
  }

  /** The day's exact share of a monthly position (S2.9). */
  static Expr share(PolicyPack pack, PricedItem position) {
    return Expr.div(position.exact(), Expr.constant(pack.billing().dailyDivisor()));
  }

  /** One day being put together. */
  private record Day(PolicyPack pack, Plan plan, DayUsage usage, LocalDate day, String language) {

    ChargeOutcome charge(SubscriptionSnapshot subscription) {
      List<ChargeLine> lines = new ArrayList<>(4);
      Carry carry = new Carry(subscription.carryExact(), subscription.carryCharged());
      int scale = pack.seller().currency().getDefaultFractionDigits();
      for (PricedItem item : positions(pack, plan, subscription, usage, day, language)) {
        Expr share = share(pack, item);
        boolean carried = pack.billing().dailyRounding() == DailyRounding.CARRY;
        Expr amount = carried ? carry.line(share, scale) : Expr.round(share, scale);
        BigDecimal value = amount.value();
        Optional<Parked> absurd = ChargeBounds.amount(item.itemCode(), value);
        if (absurd.isPresent()) {
          return absurd.get();
        }
        if (carried) {
          carry = carry.after(share, value);
        }
        lines.add(line(item, lines.isEmpty(), amount, value.subtract(share.value())));
      }
      UsagePricing metered = new UsagePricing(pack, plan, language);
      Optional<Parked> parked = metered.ofDay(usage, day, lines);
      if (parked.isEmpty()) {
        parked = ChargeBounds.lines(pack, lines);
      }
      return parked.isPresent() ? parked.get() : new Charged(lines, carry);
    }

    private ChargeLine line(PricedItem item, boolean base, Expr amount, BigDecimal difference) {
      Map<String, String> facts = new LinkedHashMap<>(item.why().facts());
      boolean tiered = base && !plan.tiers().isEmpty();
      if (tiered) {
        facts.put("reading", pack.billing().headcount().name());
      }
      facts.put("difference", difference.setScale(6, RoundingMode.HALF_UP).toPlainString());
      List<String> rules = base ? (tiered ? TIER_RULES : FEE_RULES) : SERVICE_RULES;
      Explanation why = new Explanation(rules, pack.id(), facts, amount);
      return new ChargeLine(
          item.itemCode(),
          item.name(),
          DateRange.day(day),
          item.quantity(),
          new Money(amount.value(), pack.seller().currency()),
          why);
    }
  }
}
