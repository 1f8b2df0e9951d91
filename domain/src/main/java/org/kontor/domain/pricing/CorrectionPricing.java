package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.DayUsage;

/**
 * What a day that was charged should have cost, once a gauge of it is corrected: the difference,
 * with the policy of that day, as lines of their own that name both (S2.10, S2.11). What was booked
 * stays as it is.
 */
public final class CorrectionPricing {

  private static final List<String> RULES = List.of("S2.8", "S2.9", "S2.10", "S2.12");

  private final PolicyPack pack;
  private final SubscriptionSnapshot subscription;
  private final Plan plan;
  private final String language;

  /**
   * @param pack the version that was in force on the corrected day
   * @param subscription with the plan that it had on that day
   */
  public CorrectionPricing(PolicyPack pack, SubscriptionSnapshot subscription, String language) {
    this.pack = pack;
    this.subscription = subscription;
    this.plan =
        pack.plan(subscription.planCode())
            .orElseThrow(() -> new IllegalArgumentException("no plan " + subscription.planCode()));
    this.language = language;
  }

  /**
   * @param before what the day was charged for, earlier corrections included
   * @param after what it is now known to have been
   * @param carry the running sum as it stands
   * @return no lines where the price does not change
   */
  public Corrected of(LocalDate day, DayUsage before, DayUsage after, Carry carry) {
    List<ChargeLine> lines = new ArrayList<>(1);
    int scale = pack.seller().currency().getDefaultFractionDigits();
    PricedItem was = base(before, day);
    PricedItem is = base(after, day);
    Expr then = DailyPricing.share(pack, was);
    Expr now = DailyPricing.share(pack, is);
    Carry next = carry;
    if (then.value().compareTo(now.value()) != 0) {
      Expr amount = Expr.sub(Expr.round(now, scale), Expr.round(then, scale));
      if (pack.billing().dailyRounding() == DailyRounding.CARRY) {
        Expr share = Expr.sub(now, then);
        amount = carry.line(share, scale);
        next = carry.after(share, amount.value());
      }
      add(lines, is.itemCode(), is.name(), Metric.HEADCOUNT, day, before, after, amount);
    }
    for (Plan.UsagePrice price : plan.usage()) {
      if (ChargeWords.isGauge(pack, price.metric())) {
        Expr amount = Expr.sub(gauge(price, after, scale), gauge(price, before, scale));
        String name = ChargeWords.metricName(pack, price.metric(), language);
        add(lines, "usage:" + price.metric(), name, price.metric(), day, before, after, amount);
      }
    }
    return new Corrected(lines, next);
  }

  private PricedItem base(DayUsage usage, LocalDate day) {
    return DailyPricing.positions(pack, plan, subscription, usage, day, language).get(0);
  }

  private Expr gauge(Plan.UsagePrice price, DayUsage usage, int scale) {
    long units = Math.max(0, reading(price.metric(), usage) - price.included());
    return Expr.round(
        Expr.mul(Expr.num("quantity", units), Expr.num("price", price.unitPrice())), scale);
  }

  private long reading(String metric, DayUsage usage) {
    return HeadcountOfDay.of(pack.billing().headcount(), usage.of(metric));
  }

  private void add(
      List<ChargeLine> lines,
      String item,
      String name,
      String metric,
      LocalDate day,
      DayUsage before,
      DayUsage after,
      Expr amount) {
    BigDecimal value = amount.value();
    if (value.signum() == 0) {
      return;
    }
    Explanation why =
        new Explanation(
            RULES,
            pack.id(),
            ChargeWords.facts(
                "plan", plan.code(),
                "day", day,
                "metric", metric,
                "charged", reading(metric, before),
                "corrected", reading(metric, after),
                "reading", pack.billing().headcount()),
            amount);
    lines.add(
        new ChargeLine(
            "correction:" + item + ":" + day,
            ChargeWords.correction(name, day, language),
            DateRange.day(day),
            BigDecimal.ONE,
            new Money(value, pack.seller().currency()),
            why));
  }

  /**
   * @param lines to be booked on the open day; amounts may be negative
   */
  public record Corrected(List<ChargeLine> lines, Carry carry) {
    public Corrected {
      lines = List.copyOf(lines);
    }
  }
}
