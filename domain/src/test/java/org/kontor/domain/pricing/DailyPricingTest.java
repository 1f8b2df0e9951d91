package org.kontor.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.pricing.Intrum.heads;
import static org.kontor.domain.pricing.Intrum.on;
import static org.kontor.domain.pricing.Intrum.subscription;
import static org.kontor.domain.pricing.Intrum.use;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.PriceTier;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.ChargeOutcome.NothingDue;
import org.kontor.domain.pricing.ChargeOutcome.Parked;
import org.kontor.domain.pricing.ChargeOutcome.Reason;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.usage.DayUsage;

class DailyPricingTest {

  private static final PolicyPack PACK = Intrum.pack(DailyRounding.EACH_LINE);
  private static final LocalDate DAY = LocalDate.parse("2026-06-02");

  @Test
  @Proves({"S2.8", "S2.9"})
  void S2_9_golden_3_a_day_is_the_tier_fee_divided_by_thirty() {
    ChargeLine line = charged(PACK, heads(5), DAY).lines().get(0);

    assertThat(line.amount()).hasToString("99.67 RON");
    assertThat(line.itemCode()).isEqualTo("crm");
    assertThat(line.why().compact())
        .isEqualTo(
            "S2.5,S2.8,S2.9,S2.10,S2.11,S2.12|intrum@1|plan=crm,tier=1-5,headcount=5,"
                + "reading=END_OF_DAY,difference=0.003333|round(div(fee=2990.00,30),2)");
  }

  @ParameterizedTest
  @Proves({"S2.9", "S2.12"})
  @CsvSource({"EACH_LINE, 3089.77", "CARRY, 3089.67"})
  void S2_12_golden_3_thirty_one_days_in_both_roundings(DailyRounding rounding, String sum) {
    assertThat(sum(Intrum.pack(rounding), LocalDate.parse("2026-01-01"), 31))
        .isEqualByComparingTo(sum);
  }

  @ParameterizedTest
  @Proves({"S2.9", "S2.12"})
  @CsvSource({
    "2026-02-01, 28, 2790.67",
    "2028-02-01, 29, 2890.33",
    "2026-04-01, 30, 2990.00",
    "2026-05-01, 31, 3089.67"
  })
  void S2_9_a_month_costs_as_many_thirtieths_as_it_has_days(LocalDate first, int days, String sum) {
    assertThat(first.lengthOfMonth()).isEqualTo(days);
    assertThat(sum(Intrum.pack(DailyRounding.CARRY), first, days)).isEqualByComparingTo(sum);
  }

  @Test
  @Proves({"S2.8", "S2.10"})
  void S2_10_golden_4_the_head_count_of_the_day_chooses_the_tier() {
    assertThat(charged(PACK, heads(5), DAY).total()).hasToString("99.67 RON");
    assertThat(charged(PACK, heads(8), DAY.plusDays(1)).total()).hasToString("166.33 RON");

    PolicyPack carry = Intrum.pack(DailyRounding.CARRY);
    Charged first = charged(carry, heads(5), DAY);
    SubscriptionSnapshot next = subscription(DAY, first.carry());
    Charged second = (Charged) DailyPricing.charge(carry, next, heads(8), DAY.plusDays(1), "en");
    assertThat(first.total()).hasToString("99.67 RON");
    assertThat(second.total()).hasToString("166.33 RON");
    assertThat(second.carry().exact()).isEqualByComparingTo("266");
  }

  @ParameterizedTest
  @Proves("S2.8")
  @CsvSource({"0, 1-5", "1, 1-5", "5, 1-5", "6, 6-10", "10, 6-10", "11, 11+", "100000, 11+"})
  void S2_8_each_head_count_has_one_tier_and_nobody_is_the_first(long heads, String tier) {
    ChargeLine line = charged(PACK, heads(heads), DAY).lines().get(0);
    assertThat(line.why().facts()).containsEntry("tier", tier);
  }

  @Test
  @Proves({"S2.1", "S2.4", "S2.9"})
  void S2_4_monthly_services_cost_a_thirtieth_a_day_each_on_its_own_line() {
    SubscriptionSnapshot subscription =
        subscription(
            null, Carry.NONE, on("pbx", "2026-01-01", null), on("owners", "2026-06-03", null));
    List<ChargeLine> lines = charged(PACK, subscription, heads(5), DAY).lines();

    assertThat(lines)
        .extracting(ChargeLine::itemCode, line -> line.amount().amount().toPlainString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("crm", "99.67"),
            org.assertj.core.groups.Tuple.tuple("pbx", "16.67"));
    assertThat(charged(PACK, subscription, heads(5), DAY.plusDays(1)).lines()).hasSize(3);
  }

  @Test
  @Proves({"S2.4", "S2.7"})
  void S2_7_every_sms_of_the_day_is_charged_at_its_price() {
    List<ChargeLine> lines = charged(PACK, use("sms", 7), DAY).lines();
    assertThat(lines.get(1).itemCode()).isEqualTo("usage:sms");
    assertThat(lines.get(1).amount()).hasToString("16.45 RON");
    assertThat(lines.get(1).why().compact())
        .isEqualTo("S2.4,S2.7|intrum@1|metric=sms|round(mul(quantity=7,price=2.35),2)");
  }

  @Test
  @Proves("S2.7")
  void S2_7_a_late_counter_is_its_own_line_of_the_open_day() {
    DayUsage.Late late = new DayUsage.Late("sms", DAY.minusDays(3), 10, 4);
    DayUsage usage = new DayUsage(heads(5).metrics(), List.of(late));
    ChargeLine line = charged(PACK, usage, DAY).lines().get(1);

    assertThat(line.itemCode()).isEqualTo("late:sms:2026-05-30");
    assertThat(line.amount()).hasToString("23.50 RON");
    assertThat(line.period().from()).isEqualTo("2026-05-30");
  }

  @Test
  @Proves({"S2.5", "S2.22"})
  void S2_22_weekends_holidays_and_restricted_days_are_charged_like_others() {
    SubscriptionSnapshot stopped =
        subscription("crm", State.STOPPED, Intrum.ACTIVATED, null, null, Carry.NONE);
    for (String day : List.of("2026-01-01", "2026-01-03", "2026-06-07", "2026-06-08")) {
      assertThat(charged(PACK, stopped, heads(5), LocalDate.parse(day)).total())
          .hasToString("99.67 RON");
    }
  }

  @Test
  @Proves("S2.6")
  void S2_6_trial_days_are_free_and_the_activation_day_is_the_first_charged() {
    SubscriptionSnapshot trial = subscription("crm", State.TRIAL, null, null, null, Carry.NONE);
    assertThat(reason(PACK, trial, DAY)).isEqualTo(Reason.TRIAL);

    SubscriptionSnapshot active = subscription(null, Carry.NONE);
    assertThat(reason(PACK, active, Intrum.ACTIVATED.minusDays(1)))
        .isEqualTo(Reason.BEFORE_ACTIVATION);
    assertThat(charged(PACK, active, heads(5), Intrum.ACTIVATED).lines()).hasSize(1);

    PolicyPack dayAfter = Intrum.pack(DailyRounding.EACH_LINE, HeadcountReading.END_OF_DAY, false);
    assertThat(reason(dayAfter, active, Intrum.ACTIVATED)).isEqualTo(Reason.BEFORE_ACTIVATION);
    assertThat(charged(dayAfter, active, heads(5), Intrum.ACTIVATED.plusDays(1)).lines())
        .hasSize(1);
  }

  @Test
  @Proves("S2.5")
  void S2_5_a_day_is_charged_once_and_none_after_the_end() {
    assertThat(reason(PACK, subscription(DAY, Carry.NONE), DAY)).isEqualTo(Reason.ALREADY_CHARGED);
    SubscriptionSnapshot cancelled =
        subscription("crm", State.ACTIVE, Intrum.ACTIVATED, DAY, DAY.minusDays(1), Carry.NONE);
    assertThat(charged(PACK, cancelled, heads(5), DAY).lines()).hasSize(1);
    assertThat(reason(PACK, cancelled, DAY.plusDays(1))).isEqualTo(Reason.AFTER_END);
    SubscriptionSnapshot ended =
        subscription("crm", State.ENDED, Intrum.ACTIVATED, null, null, Carry.NONE);
    assertThat(reason(PACK, ended, DAY)).isEqualTo(Reason.AFTER_END);
    SubscriptionSnapshot deleted =
        subscription("crm", State.DELETED, Intrum.ACTIVATED, null, null, Carry.NONE);
    assertThat(reason(PACK, deleted, DAY)).isEqualTo(Reason.DELETED);
  }

  @Test
  @Proves("S2.8")
  void S2_8_a_price_list_without_an_open_last_tier_parks_the_account() {
    Plan plan = Intrum.plan();
    Plan closed =
        new Plan(
            "crm",
            plan.name(),
            Timing.DAILY,
            null,
            List.of(new PriceTier("1-5", 5, BigDecimal.TEN)),
            Map.of(),
            List.of(),
            List.of(),
            plan.deployment());
    PolicyPack pack =
        Intrum.pack(
            DailyRounding.EACH_LINE,
            HeadcountReading.END_OF_DAY,
            true,
            FirstMonth.WHOLE,
            List.of(closed));
    assertThat(DailyPricing.charge(pack, subscription(null, Carry.NONE), heads(5), DAY, "en"))
        .isInstanceOfSatisfying(
            Parked.class, parked -> assertThat(parked.code()).isEqualTo("POLICY_INVALID"));
  }

  @Test
  void an_absurd_amount_or_an_unknown_plan_parks_the_account() {
    assertThat(
            DailyPricing.charge(
                PACK, subscription(null, Carry.NONE), use("sms", 100_000_000_000L), DAY, "en"))
        .isInstanceOfSatisfying(
            Parked.class, parked -> assertThat(parked.code()).isEqualTo("ABSURD_AMOUNT"));
    assertThat(
            DailyPricing.charge(
                PACK,
                subscription("gone", State.ACTIVE, DAY, null, null, Carry.NONE),
                heads(5),
                DAY,
                "en"))
        .isInstanceOfSatisfying(
            Parked.class, parked -> assertThat(parked.code()).isEqualTo("UNKNOWN_PLAN"));
  }

  private static BigDecimal sum(PolicyPack pack, LocalDate first, int days) {
    BigDecimal sum = BigDecimal.ZERO;
    SubscriptionSnapshot subscription = subscription(null, Carry.NONE);
    for (int i = 0; i < days; i++) {
      LocalDate day = first.plusDays(i);
      Charged charged = charged(pack, subscription, heads(5), day);
      sum = sum.add(charged.total().amount());
      subscription = subscription(day, charged.carry());
      Explanation read = Explanation.parse(charged.lines().get(0).why().compact());
      assertThat(read.recompute()).isEqualByComparingTo(charged.total().amount());
    }
    return sum;
  }

  private static Charged charged(PolicyPack pack, DayUsage usage, LocalDate day) {
    return charged(pack, subscription(null, Carry.NONE), usage, day);
  }

  private static Charged charged(
      PolicyPack pack, SubscriptionSnapshot subscription, DayUsage usage, LocalDate day) {
    return (Charged) DailyPricing.charge(pack, subscription, usage, day, "en");
  }

  private static Reason reason(PolicyPack pack, SubscriptionSnapshot subscription, LocalDate day) {
    return ((NothingDue) DailyPricing.charge(pack, subscription, heads(5), day, "en")).reason();
  }
}
