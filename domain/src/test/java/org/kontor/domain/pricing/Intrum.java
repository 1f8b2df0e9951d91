package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.domain.policy.BillingPolicy;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.Component;
import org.kontor.domain.policy.Plan.PriceTier;
import org.kontor.domain.policy.Plan.UsagePrice;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PolicyPack.Catalogue;
import org.kontor.domain.policy.Texts;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.usage.DayFigures;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MetricDay;

/** S2 in small: two tiers, a telephone exchange, SMS; for tests of charges. */
final class Intrum {

  static final LocalDate ACTIVATED = LocalDate.parse("2026-01-01");

  private Intrum() {}

  static PolicyPack pack(DailyRounding rounding) {
    return pack(rounding, HeadcountReading.END_OF_DAY, true);
  }

  static PolicyPack pack(
      DailyRounding rounding, HeadcountReading reading, boolean activationDayCharged) {
    return pack(rounding, reading, activationDayCharged, FirstMonth.WHOLE, List.of(plan()));
  }

  static Plan plan() {
    return new Plan(
        "crm",
        text("CRM"),
        Timing.DAILY,
        null,
        List.of(
            new PriceTier("1-5", 5, new BigDecimal("2990.00")),
            new PriceTier("6-10", 10, new BigDecimal("4990.00")),
            new PriceTier("11+", null, new BigDecimal("8990.00"))),
        Map.of(),
        List.of(component("pbx", "500.00"), component("owners", "1000.00")),
        List.of(new UsagePrice("sms", new BigDecimal("2.35"), 0)),
        Plan.Deployment.SHARED);
  }

  static Component component(String code, String fee) {
    return new Component(
        code, text(code), Component.Kind.SWITCH, new BigDecimal(fee), 0, null, 0, 1);
  }

  static PolicyPack pack(
      DailyRounding rounding,
      HeadcountReading reading,
      boolean activationDayCharged,
      FirstMonth firstMonth,
      List<Plan> plans) {
    PolicyPack base = Packs.pack(Timing.DAILY, "Europe/Moscow");
    BillingPolicy b = base.billing();
    return new PolicyPack(
        "intrum",
        1,
        LocalDate.parse("2024-01-01"),
        base.seller(),
        new Catalogue(
            List.of(
                metric(Metric.HEADCOUNT, "Employees", Metric.Kind.GAUGE, 100_000),
                metric("sms", "SMS", Metric.Kind.COUNTER, Metric.HIGHEST),
                metric("messages", "Messages", Metric.Kind.COUNTER, Metric.HIGHEST),
                metric("documents", "Documents", Metric.Kind.GAUGE, 100_000)),
            plans,
            List.of()),
        new BillingPolicy(
            1,
            b.due(),
            30,
            rounding,
            reading,
            b.change(),
            firstMonth,
            activationDayCharged,
            false,
            true,
            false,
            0),
        base.wallet(),
        base.trial(),
        base.bounds(),
        base.later());
  }

  static SubscriptionSnapshot subscription(
      LocalDate chargedThrough, Carry carry, ComponentPeriod... components) {
    return subscription("crm", State.ACTIVE, ACTIVATED, null, chargedThrough, carry, components);
  }

  static SubscriptionSnapshot subscription(
      String plan,
      State state,
      LocalDate activatedOn,
      LocalDate endsOn,
      LocalDate chargedThrough,
      Carry carry,
      ComponentPeriod... components) {
    return new SubscriptionSnapshot(
        11,
        7,
        plan,
        state,
        ACTIVATED.minusDays(14),
        ACTIVATED.minusDays(1),
        activatedOn,
        null,
        null,
        endsOn,
        chargedThrough,
        carry.exact(),
        carry.charged(),
        List.of(components));
  }

  static ComponentPeriod on(String code, String from, String to) {
    return new ComponentPeriod(
        code, 1, LocalDate.parse(from), to == null ? null : LocalDate.parse(to));
  }

  /** A day that began with so many employees and had no fact. */
  static DayUsage heads(long count) {
    return new DayUsage(Map.of(Metric.HEADCOUNT, new MetricDay(count, null)), List.of());
  }

  static DayUsage use(String metric, long total) {
    return new DayUsage(Map.of(metric, new MetricDay(null, figures(total))), List.of());
  }

  static DayFigures figures(long quantity) {
    return DayFigures.of(quantity, Instant.parse("2026-01-01T12:00:00Z"));
  }

  static Texts text(String english) {
    return new Texts(Map.of("en", english));
  }

  private static Metric metric(String code, String name, Metric.Kind kind, long most) {
    return new Metric(code, text(name), kind, "C62", most, Metric.HIGHEST);
  }
}
