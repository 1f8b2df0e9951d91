package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.ChargeOutcome.Parked;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MonthUsage;

/**
 * Metered use (S2.7, S3.22): units beyond the included ones, times the unit price. A counter is
 * summed; a gauge costs by the value that the policy's reading finds. What was reported late costs
 * what it would have cost in time: by the version and plan that charged its day.
 */
final class UsagePricing {

  private static final List<String> DAY_RULES = List.of("S2.4", "S2.7");
  private static final List<String> MONTH_RULES = List.of("S3.22");

  private final PolicyPack pack;
  private final Plan plan;
  private final String language;

  UsagePricing(PolicyPack pack, Plan plan, String language) {
    this.pack = pack;
    this.plan = plan;
    this.language = language;
  }

  Optional<Parked> ofDay(DayUsage usage, LocalDate day, List<ChargeLine> lines) {
    for (Plan.UsagePrice price : plan.usage()) {
      long used =
          ChargeWords.isGauge(pack, price.metric())
              ? HeadcountOfDay.of(pack.billing().headcount(), usage.of(price.metric()))
              : usage.of(price.metric()).total();
      Optional<Parked> absurd = add(price, used, DAY_RULES, DateRange.day(day), lines);
      if (absurd.isPresent()) {
        return absurd;
      }
    }
    return late(usage.late(), false, lines);
  }

  Optional<Parked> ofMonth(MonthUsage usage, DateRange period, List<ChargeLine> lines) {
    for (Plan.UsagePrice price : plan.usage()) {
      MonthUsage.Figures figures = usage.of(price.metric());
      long used =
          ChargeWords.isGauge(pack, price.metric())
              ? HeadcountOfDay.of(pack.billing().headcount(), figures)
              : figures.total();
      Optional<Parked> absurd = add(price, used, MONTH_RULES, period, lines);
      if (absurd.isPresent()) {
        return absurd;
      }
    }
    return late(usage.late(), true, lines);
  }

  private Optional<Parked> add(
      Plan.UsagePrice price,
      long used,
      List<String> rules,
      DateRange period,
      List<ChargeLine> lines) {
    if (used <= price.included()) {
      return Optional.empty();
    }
    Expr units = Expr.num("quantity", used);
    if (price.included() > 0) {
      units = Expr.sub(units, Expr.num("included", price.included()));
    }
    Expr amount = rounded(Expr.mul(units, Expr.num("price", price.unitPrice())));
    return add(
        "usage:" + price.metric(),
        ChargeWords.metricName(pack, price.metric(), language),
        period,
        used - price.included(),
        new Explanation(rules, pack.id(), ChargeWords.facts("metric", price.metric()), amount),
        lines);
  }

  private Optional<Parked> late(List<DayUsage.Late> late, boolean settled, List<ChargeLine> lines) {
    for (DayUsage.Late use : late) {
      if (ChargeWords.isGauge(pack, use.metric())) {
        continue; // a state of a closed day is corrected at once, not counted again
      }
      Plan charged = use.rates() == null ? plan : use.rates().plan();
      Optional<Plan.UsagePrice> price =
          charged.usage().stream().filter(p -> p.metric().equals(use.metric())).findFirst();
      Optional<Parked> absurd =
          price.isEmpty() ? Optional.empty() : late(use, price.get(), settled, lines);
      if (absurd.isPresent()) {
        return absurd;
      }
    }
    return Optional.empty();
  }

  private Optional<Parked> late(
      DayUsage.Late use, Plan.UsagePrice price, boolean settled, List<ChargeLine> lines) {
    long included = price.included();
    Expr units = Expr.num("quantity", use.quantity());
    if (included > 0) {
      units =
          Expr.sub(beyond(Expr.add(before(use), units), included), beyond(before(use), included));
    }
    Expr amount = rounded(Expr.mul(units, Expr.num("price", price.unitPrice())));
    PolicyPack charged = use.rates() == null ? pack : use.rates().pack();
    Explanation why =
        new Explanation(
            settled ? MONTH_RULES : DAY_RULES,
            charged.id(),
            ChargeWords.facts("metric", use.metric(), "reported", "late", "day", use.day()),
            amount);
    String name = ChargeWords.metricName(charged, use.metric(), language);
    return add(
        "late:" + use.metric() + ":" + use.day(),
        ChargeWords.late(name, settled ? YearMonth.from(use.day()) : use.day(), language),
        settled ? DateRange.of(YearMonth.from(use.day())) : DateRange.day(use.day()),
        use.quantity(),
        why,
        lines);
  }

  private static Expr before(DayUsage.Late use) {
    return Expr.num("before", use.before());
  }

  /** The larger of both: two of them subtracted are the units beyond the included ones. */
  private static Expr beyond(Expr used, long included) {
    return new Expr.Call(Expr.Op.MAX, List.of(used, Expr.num("included", included)));
  }

  private Optional<Parked> add(
      String item,
      String name,
      DateRange period,
      long quantity,
      Explanation why,
      List<ChargeLine> lines) {
    BigDecimal value = why.recompute();
    Optional<Parked> absurd = ChargeBounds.amount(item, value);
    if (absurd.isEmpty() && value.signum() != 0) {
      Money amount = new Money(value, pack.seller().currency());
      lines.add(new ChargeLine(item, name, period, BigDecimal.valueOf(quantity), amount, why));
    }
    return absurd;
  }

  private Expr rounded(Expr exact) {
    return Expr.round(exact, pack.seller().currency().getDefaultFractionDigits());
  }
}
