package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.ChargeOutcome.NothingDue;
import org.kontor.domain.pricing.ChargeOutcome.Parked;
import org.kontor.domain.pricing.ChargeOutcome.Reason;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.MonthUsage;

/**
 * What a month costs when it is settled from the balance on the 1st after it (S3.22): the base fee,
 * used or not (S3.25); every option that was on at any day of the month, so that one that stayed
 * off costs nothing (S3.26); and the month's usage. On the month so far, it gives the live "use in
 * the current month".
 */
public final class SettlementPricing {

  private static final List<String> BASE_RULES = List.of("S3.22", "S3.25");
  private static final List<String> OPTION_RULES = List.of("S3.22", "S3.26");

  private SettlementPricing() {}

  /**
   * Charges one month of one subscription.
   *
   * @param pack the version in force on the month's last day, or today for the month so far
   * @param period the whole month, or its days so far
   */
  public static ChargeOutcome charge(
      PolicyPack pack,
      SubscriptionSnapshot subscription,
      MonthUsage usage,
      DateRange period,
      String language) {
    Optional<Reason> notDue = notDue(subscription, period);
    if (notDue.isPresent()) {
      return new NothingDue(notDue.get());
    }
    Optional<Plan> found = pack.plan(subscription.planOn(period.to()));
    if (found.isEmpty()) {
      return new Parked(
          "UNKNOWN_PLAN", "plan " + subscription.planOn(period.to()) + " is not in " + pack.id());
    }
    if (found.get().timing() != Timing.MONTHLY_ARREARS) {
      return new NothingDue(Reason.OTHER_TIMING);
    }
    Optional<Parked> incomplete = ChargeBounds.unpriced(found.get(), subscription, period);
    return incomplete.isPresent()
        ? incomplete.get()
        : new Month(pack, found.get(), usage, period, language).charge(subscription);
  }

  private static Optional<Reason> notDue(SubscriptionSnapshot subscription, DateRange period) {
    if (subscription.state() == State.DELETED) {
      return Optional.of(Reason.DELETED);
    }
    LocalDate activated = subscription.activatedOn();
    if (activated == null) {
      return Optional.of(Reason.TRIAL);
    }
    if (activated.isAfter(period.to())) {
      return Optional.of(Reason.BEFORE_ACTIVATION);
    }
    if (DailyPricing.ended(subscription, period.from())) {
      return Optional.of(Reason.AFTER_END);
    }
    LocalDate through = subscription.chargedThrough();
    return through != null && !period.from().isAfter(through)
        ? Optional.of(Reason.ALREADY_CHARGED)
        : Optional.empty();
  }

  /** One month being put together. */
  private record Month(
      PolicyPack pack, Plan plan, MonthUsage usage, DateRange period, String language) {

    ChargeOutcome charge(SubscriptionSnapshot subscription) {
      List<ChargeLine> lines = new ArrayList<>(4);
      for (PricedItem item :
          PriceList.monthly(plan, code -> quantity(subscription, code), pack.id(), language)) {
        ChargeLine line =
            lines.isEmpty()
                ? base(item, subscription)
                : line(item, item.exact(), OPTION_RULES, Map.of());
        Optional<Parked> absurd = ChargeBounds.amount(item.itemCode(), line.amount().amount());
        if (absurd.isPresent()) {
          return absurd.get();
        }
        lines.add(line);
      }
      Optional<Parked> parked =
          new UsagePricing(pack, plan, language).ofMonth(usage, period, lines);
      if (parked.isEmpty()) {
        parked = ChargeBounds.lines(pack, lines);
      }
      return parked.isPresent()
          ? parked.get()
          : new Charged(lines, new Carry(subscription.carryExact(), subscription.carryCharged()));
    }

    /** The highest quantity of any day: off in mid-month is charged for that month (S3.26). */
    private long quantity(SubscriptionSnapshot subscription, String code) {
      if (code.equals(Metric.HEADCOUNT) && !plan.tiers().isEmpty()) {
        return HeadcountOfDay.of(pack.billing().headcount(), usage.of(Metric.HEADCOUNT));
      }
      long highest = 0;
      for (ComponentPeriod part : subscription.components()) {
        boolean touches =
            !part.from().isAfter(period.to())
                && (part.to() == null || !part.to().isBefore(period.from()))
                && (part.to() == null || !part.to().isBefore(part.from()));
        if (touches && part.code().equals(code)) {
          highest = Math.max(highest, part.quantity());
        }
      }
      return highest;
    }

    /**
     * The first, partial month: whole by default (S3.25), pro rata or free by policy. The last one,
     * of a service that ends inside it, is pro rata where the first one is, else whole.
     */
    private ChargeLine base(PricedItem item, SubscriptionSnapshot subscription) {
      LocalDate activated = subscription.activatedOn();
      LocalDate ends = subscription.endsOn();
      YearMonth month = YearMonth.from(period.from());
      boolean first = activated.isAfter(period.from());
      boolean last = ends != null && ends.isBefore(month.atEndOfMonth());
      FirstMonth reading = pack.billing().firstMonth();
      boolean partial = first || last && reading == FirstMonth.PRO_RATA;
      if (!partial || reading == FirstMonth.WHOLE) {
        return line(item, item.exact(), BASE_RULES, Map.of());
      }
      LocalDate from = first ? activated : month.atDay(1);
      LocalDate to = last ? ends : month.atEndOfMonth();
      int days = reading == FirstMonth.FREE ? 0 : new DateRange(from, to).days();
      Expr share =
          Expr.div(
              Expr.mul(item.exact(), Expr.num("days", days)),
              Expr.num("daysOfMonth", month.lengthOfMonth()));
      Map<String, String> why =
          first ? Map.of("activated", activated.toString()) : Map.of("ended", String.valueOf(ends));
      return line(item, share, BASE_RULES, why);
    }

    private ChargeLine line(
        PricedItem item, Expr exact, List<String> rules, Map<String, String> more) {
      Map<String, String> facts = new LinkedHashMap<>(item.why().facts());
      facts.putAll(more);
      Expr amount = Expr.round(exact, pack.seller().currency().getDefaultFractionDigits());
      BigDecimal value = amount.value();
      return new ChargeLine(
          item.itemCode(),
          item.name(),
          DateRange.of(YearMonth.from(period.from())),
          item.quantity(),
          new Money(value, pack.seller().currency()),
          new Explanation(rules, pack.id(), facts, amount));
    }
  }
}
