package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
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
    return charge(day -> pack, subscription, usage, period, language);
  }

  /**
   * The same where the month may have seen several versions: an option that went off in it is
   * charged by the plan and version under which it was on last, all else by those of its last day.
   *
   * @param versions the version in force on a day
   */
  public static ChargeOutcome charge(
      Function<LocalDate, PolicyPack> versions,
      SubscriptionSnapshot subscription,
      MonthUsage usage,
      DateRange period,
      String language) {
    PolicyPack pack = versions.apply(period.to());
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
    Optional<Parked> incomplete =
        ChargeBounds.unpriced(found.get(), subscription, DateRange.day(period.to()));
    return incomplete.isPresent()
        ? incomplete.get()
        : new Month(pack, found.get(), versions, usage, period, language).charge(subscription);
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
      PolicyPack pack,
      Plan plan,
      Function<LocalDate, PolicyPack> versions,
      MonthUsage usage,
      DateRange period,
      String language) {

    ChargeOutcome charge(SubscriptionSnapshot subscription) {
      SortedMap<String, LocalDate> ended = endedOptions(subscription);
      List<PricedItem> items =
          new ArrayList<>(
              PriceList.monthly(
                  plan,
                  code -> ended.containsKey(code) ? 0 : quantity(subscription, code),
                  pack.id(),
                  language));
      for (Map.Entry<String, LocalDate> option : ended.entrySet()) {
        Optional<Parked> unknown = add(subscription, option.getKey(), option.getValue(), items);
        if (unknown.isPresent()) {
          return unknown.get();
        }
      }
      List<ChargeLine> lines = new ArrayList<>(4);
      for (PricedItem item : items) {
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

    /** Options that were on in the month and are off on its last day, with their own last one. */
    private SortedMap<String, LocalDate> endedOptions(SubscriptionSnapshot subscription) {
      SortedMap<String, LocalDate> last = new TreeMap<>();
      for (ComponentPeriod part : subscription.components()) {
        if (part.quantity() > 0 && touches(part)) {
          LocalDate to = part.to();
          boolean lasts = to == null || to.isAfter(period.to());
          last.merge(part.code(), lasts ? period.to() : to, (a, b) -> a.isAfter(b) ? a : b);
        }
      }
      last.values().removeIf(period.to()::equals);
      return last;
    }

    private Optional<Parked> add(
        SubscriptionSnapshot subscription, String code, LocalDate lastOn, List<PricedItem> items) {
      PolicyPack then = versions.apply(lastOn);
      String on = subscription.planOn(lastOn);
      Optional<Plan.Component> option = then.plan(on).flatMap(left -> left.component(code));
      if (option.isEmpty()) {
        return Optional.of(ChargeBounds.unknown(code, on));
      }
      PriceList.component(option.get(), quantity(subscription, code), then.id(), language)
          .ifPresent(items::add);
      return Optional.empty();
    }

    private boolean touches(ComponentPeriod part) {
      return !part.from().isAfter(period.to())
          && (part.to() == null || !part.to().isBefore(period.from()))
          && (part.to() == null || !part.to().isBefore(part.from()));
    }

    /** The highest quantity of any day: off in mid-month is charged for that month (S3.26). */
    private long quantity(SubscriptionSnapshot subscription, String code) {
      if (code.equals(Metric.HEADCOUNT) && !plan.tiers().isEmpty()) {
        return HeadcountOfDay.of(pack.billing().headcount(), usage.of(Metric.HEADCOUNT));
      }
      long highest = 0;
      for (ComponentPeriod part : subscription.components()) {
        if (touches(part) && part.code().equals(code)) {
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
          new Explanation(rules, item.why().policy(), facts, amount));
    }
  }
}
