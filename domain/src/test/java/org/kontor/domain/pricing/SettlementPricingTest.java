package org.kontor.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;
import static org.kontor.domain.pricing.Intrum.component;
import static org.kontor.domain.pricing.Intrum.on;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.UsagePrice;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.ChargeOutcome.NothingDue;
import org.kontor.domain.pricing.ChargeOutcome.Reason;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MonthUsage;

class SettlementPricingTest {

  private static final DateRange FEBRUARY = DateRange.of(YearMonth.of(2026, 2));
  private static final PolicyPack PACK = pack(FirstMonth.WHOLE);

  @Test
  @Proves({"S3.22", "S3.25"})
  void S3_25_the_base_tariff_is_payable_when_nothing_is_used() {
    Charged charged = charge(PACK, base("2026-01-01"), MonthUsage.NONE, FEBRUARY);
    assertThat(charged.total()).hasToString("19.00 RON");
    assertThat(charged.lines().get(0).why().rules()).contains("S3.25");
  }

  @ParameterizedTest
  @Proves("S3.25")
  @CsvSource({"WHOLE, 19.00", "PRO_RATA, 6.11", "FREE, 0.00"})
  void S3_25_the_first_partial_month_is_whole_unless_the_policy_says_otherwise(
      FirstMonth reading, String amount) {
    Charged charged = charge(pack(reading), base("2026-02-20"), MonthUsage.NONE, FEBRUARY);
    assertThat(charged.total().amount()).isEqualByComparingTo(amount);
  }

  @Test
  @Proves("S3.26")
  void S3_26_an_option_on_for_one_day_is_charged_for_that_month_and_one_that_is_off_is_not() {
    SubscriptionSnapshot subscription =
        base(
            "2026-01-01",
            on("prom", "2026-01-01", "2026-02-01"),
            on("telegram", "2026-01-01", "2026-01-31"),
            on("telegram", "2026-03-01", null));
    assertThat(charge(PACK, subscription, MonthUsage.NONE, FEBRUARY).lines())
        .extracting(ChargeLine::itemCode, line -> line.amount().amount().toPlainString())
        .containsExactly(tuple("base", "19.00"), tuple("prom", "5.00"));
  }

  @Test
  @Proves({"S3.22", "S3.24"})
  void S3_22_use_beyond_what_is_included_is_settled_with_the_month() {
    Charged charged = charge(PACK, base("2026-01-01"), messages(1500), FEBRUARY);
    assertThat(charged.total()).hasToString("24.00 RON");
    assertThat(charged.lines().get(1).why().compact())
        .endsWith("round(mul(sub(quantity=1500,included=1000),price=0.01),2)");
    assertThat(charge(PACK, base("2026-01-01"), messages(1000), FEBRUARY).lines()).hasSize(1);
  }

  @Test
  @Proves("S3.22")
  void S3_22_use_reported_after_its_month_was_settled_comes_with_the_next_one() {
    DayUsage.Late late = new DayUsage.Late("messages", LocalDate.parse("2026-01-01"), 300, 900);
    ChargeLine line =
        charge(PACK, base("2026-01-01"), new MonthUsage(Map.of(), List.of(late)), FEBRUARY)
            .lines()
            .get(1);
    assertThat(line.itemCode()).isEqualTo("late:messages:2026-01-01");
    assertThat(line.amount()).hasToString("2.00 RON"); // 200 beyond the included 1000
    assertThat(line.period()).isEqualTo(DateRange.of(YearMonth.of(2026, 1)));
  }

  @Test
  @Proves("S3.26")
  void S3_26_an_option_that_went_off_is_charged_by_the_version_and_plan_under_which_it_was_on() {
    PolicyPack without = pack(FirstMonth.WHOLE, List.of(component("telegram", "4.00")));
    LocalDate since = LocalDate.parse("2026-02-20");
    SubscriptionSnapshot subscription =
        base(
            "2026-01-01",
            on("prom", "2026-01-01", "2026-02-10"),
            on("telegram", "2026-01-01", null));
    Charged charged =
        (Charged)
            SettlementPricing.charge(
                day -> day.isBefore(since) ? PACK : without,
                subscription,
                MonthUsage.NONE,
                FEBRUARY,
                "en");
    assertThat(charged.lines())
        .extracting(ChargeLine::itemCode, line -> line.amount().amount().toPlainString())
        .containsExactly(tuple("base", "19.00"), tuple("telegram", "4.00"), tuple("prom", "5.00"));
  }

  @Test
  @Proves("S3.26")
  void S3_26_an_option_of_a_plan_that_was_left_is_charged_by_that_plan() {
    SubscriptionSnapshot moved =
        base("2026-01-01", on("prom", "2026-01-01", "2026-02-14"))
            .under(new Terms(lite(), Map.of()), LocalDate.parse("2026-02-15"));
    assertThat(charge(PACK, moved, MonthUsage.NONE, FEBRUARY).total()).hasToString("14.00 RON");
    SubscriptionSnapshot kept =
        base("2026-01-01", on("prom", "2026-01-01", null))
            .under(new Terms(lite(), Map.of()), LocalDate.parse("2026-02-15"));
    assertThat(charge(PACK, kept, MonthUsage.NONE, FEBRUARY).total()).hasToString("14.00 RON");
  }

  @Test
  @Proves("S3.22")
  void S3_22_use_reported_late_costs_what_its_own_month_was_charged_by() {
    DayUsage.Rates free = new DayUsage.Rates(PACK, lite());
    LocalDate january = LocalDate.parse("2026-01-01");
    MonthUsage late =
        new MonthUsage(Map.of(), List.of(new DayUsage.Late("messages", january, 300, 900, free)));
    assertThat(charge(PACK, base("2026-01-01"), late, FEBRUARY).lines()).hasSize(1);
  }

  private static Plan lite() {
    return new Plan(
        "lite",
        Intrum.text("Lite"),
        Timing.MONTHLY_ARREARS,
        new BigDecimal("9.00"),
        List.of(),
        Map.of(),
        List.of(),
        List.of(),
        Plan.Deployment.SHARED);
  }

  @Test
  @Proves("S3.22")
  void S3_22_the_month_so_far_is_priced_by_the_same_function() {
    DateRange soFar = new DateRange(FEBRUARY.from(), LocalDate.parse("2026-02-10"));
    SubscriptionSnapshot subscription =
        base("2026-01-01", on("prom", "2026-02-05", null), on("telegram", "2026-02-11", null));
    assertThat(charge(PACK, subscription, messages(1100), soFar).total()).hasToString("25.00 RON");
  }

  @Test
  @Proves("S3.25")
  void S3_25_nothing_is_due_for_a_deleted_or_a_settled_month() {
    SubscriptionSnapshot deleted =
        Intrum.subscription(
            "base", State.DELETED, LocalDate.parse("2026-01-01"), null, null, Carry.NONE);
    assertThat(reason(deleted)).isEqualTo(Reason.DELETED);
    SubscriptionSnapshot settled =
        Intrum.subscription(
            "base", State.ACTIVE, LocalDate.parse("2026-01-01"), null, FEBRUARY.to(), Carry.NONE);
    assertThat(reason(settled)).isEqualTo(Reason.ALREADY_CHARGED);
  }

  private static Reason reason(SubscriptionSnapshot subscription) {
    return ((NothingDue)
            SettlementPricing.charge(PACK, subscription, MonthUsage.NONE, FEBRUARY, "en"))
        .reason();
  }

  private static Charged charge(
      PolicyPack pack, SubscriptionSnapshot subscription, MonthUsage usage, DateRange period) {
    Charged charged = (Charged) SettlementPricing.charge(pack, subscription, usage, period, "en");
    charged
        .lines()
        .forEach(
            line ->
                assertThat(line.why().recompute()).isEqualByComparingTo(line.amount().amount()));
    return charged;
  }

  private static MonthUsage messages(long total) {
    return new MonthUsage(Map.of("messages", new MonthUsage.Figures(total, 0, 0)), List.of());
  }

  private static SubscriptionSnapshot base(String activatedOn, ComponentPeriod... components) {
    return Intrum.subscription(
        "base", State.ACTIVE, LocalDate.parse(activatedOn), null, null, Carry.NONE, components);
  }

  private static PolicyPack pack(FirstMonth firstMonth) {
    return pack(firstMonth, List.of(component("prom", "5.00"), component("telegram", "3.00")));
  }

  private static PolicyPack pack(FirstMonth firstMonth, List<Plan.Component> options) {
    Plan plan =
        new Plan(
            "base",
            Intrum.text("Base"),
            Timing.MONTHLY_ARREARS,
            new BigDecimal("19.00"),
            List.of(),
            Map.of(),
            options,
            List.of(new UsagePrice("messages", new BigDecimal("0.01"), 1000)),
            Plan.Deployment.SHARED);
    return Intrum.pack(
        DailyRounding.EACH_LINE,
        HeadcountReading.END_OF_DAY,
        true,
        firstMonth,
        List.of(plan, lite()));
  }
}
