package org.kontor.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.pricing.Intrum.subscription;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.RepeatedTest;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.PriceTier;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.ChargeOutcome.NothingDue;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MetricDay;

/** Random price lists and head-counts over years; {@code -Dseed=…} repeats a failing one. */
class ChargePropertiesTest {

  private static final int DAYS = 800;

  private final long seed = Long.getLong("seed", new Random().nextLong());
  private final Random random = new Random(seed);

  @RepeatedTest(20)
  @Proves({"S2.5", "S2.9", "S2.12"})
  void S2_12_carried_lines_always_sum_to_the_rounded_exact_sum() {
    PolicyPack pack = pack(DailyRounding.CARRY);
    SubscriptionSnapshot subscription = subscription(null, Carry.NONE);
    BigDecimal charged = BigDecimal.ZERO;
    BigInteger thirtiethsOfCents = BigInteger.ZERO;
    for (int i = 0; i < DAYS; i++) {
      LocalDate day = Intrum.ACTIVATED.plusDays(i);
      Charged outcome = charge(pack, subscription, heads(), day);
      thirtiethsOfCents =
          thirtiethsOfCents.add(fee(pack, outcome).movePointRight(2).toBigIntegerExact());
      charged = charged.add(outcome.total().amount());
      subscription = subscription(day, outcome.carry());
      assertThat(charged)
          .as("day %s, seed %s", i, seed)
          .isEqualByComparingTo(halfUp(thirtiethsOfCents));
    }
  }

  @RepeatedTest(20)
  @Proves({"S2.5", "S2.12"})
  void S2_5_every_day_is_charged_exactly_once_and_explains_itself() {
    PolicyPack pack = pack(DailyRounding.values()[random.nextInt(2)]);
    SubscriptionSnapshot subscription = subscription(null, Carry.NONE);
    Set<LocalDate> days = new HashSet<>();
    for (int i = 0; i < DAYS; i++) {
      // The run comes twice now and then
      LocalDate day = Intrum.ACTIVATED.plusDays(i - (random.nextInt(5) == 0 ? 1 : 0));
      ChargeOutcome outcome = DailyPricing.charge(pack, subscription, heads(), day, "ru");
      if (outcome instanceof NothingDue) {
        continue;
      }
      Charged charged = (Charged) outcome;
      assertThat(days.add(day)).as("day %s twice, seed %s", day, seed).isTrue();
      for (ChargeLine line : charged.lines()) {
        Explanation stored = Explanation.parse(line.why().compact());
        assertThat(stored.recompute())
            .as("%s of %s, seed %s", line.itemCode(), day, seed)
            .isEqualByComparingTo(line.amount().amount());
        assertThat(line.period().from()).isEqualTo(day);
      }
      subscription = subscription(day, charged.carry());
    }
    assertThat(days.size()).as("seed %s", seed).isGreaterThan(DAYS / 2);
  }

  @RepeatedTest(20)
  @Proves({"S2.11", "S2.12"})
  void S2_11_a_corrected_day_comes_to_what_the_right_head_count_would_have_cost() {
    for (DailyRounding rounding : DailyRounding.values()) {
      PolicyPack pack = pack(rounding);
      LocalDate day = Intrum.ACTIVATED;
      DayUsage wrong = heads();
      DayUsage right = heads();
      Charged booked = charge(pack, subscription(null, Carry.NONE), wrong, day);
      Charged meant = charge(pack, subscription(null, Carry.NONE), right, day);
      CorrectionPricing.Corrected correction =
          new CorrectionPricing(pack, subscription(day, booked.carry()), "en")
              .of(day, wrong, right, booked.carry());
      BigDecimal sum = booked.total().amount();
      for (ChargeLine line : correction.lines()) {
        assertThat(Explanation.parse(line.why().compact()).recompute())
            .isEqualByComparingTo(line.amount().amount());
        sum = sum.add(line.amount().amount());
      }
      assertThat(sum)
          .as("%s, seed %s", rounding, seed)
          .isEqualByComparingTo(meant.total().amount());
      assertThat(correction.carry().exact().subtract(meant.carry().exact()).abs())
          .as("seed %s", seed)
          .isLessThan(new BigDecimal("0.0000000001"));
    }
  }

  private static Charged charge(
      PolicyPack pack, SubscriptionSnapshot subscription, DayUsage usage, LocalDate day) {
    return (Charged) DailyPricing.charge(pack, subscription, usage, day, "en");
  }

  private DayUsage heads() {
    return new DayUsage(
        Map.of(Metric.HEADCOUNT, new MetricDay((long) random.nextInt(25), null)), List.of());
  }

  private static BigDecimal fee(PolicyPack pack, Charged outcome) {
    String tier = outcome.lines().get(0).why().facts().get("tier");
    return pack.plan("crm").orElseThrow().tiers().stream()
        .filter(t -> t.name().equals(tier))
        .findFirst()
        .orElseThrow()
        .fee();
  }

  /** Cents from thirtieths of cents by whole numbers only: an oracle of another kind. */
  private static BigDecimal halfUp(BigInteger thirtieths) {
    BigInteger cents = thirtieths.add(BigInteger.valueOf(15)).divide(BigInteger.valueOf(30));
    return new BigDecimal(cents, 2);
  }

  private PolicyPack pack(DailyRounding rounding) {
    Plan plan =
        new Plan(
            "crm",
            Intrum.text("CRM"),
            Timing.DAILY,
            null,
            List.of(
                new PriceTier("a", 5, fee()),
                new PriceTier("b", 10, fee()),
                new PriceTier("c", 17, fee()),
                new PriceTier("d", null, fee())),
            Map.of(),
            List.of(),
            List.of(),
            Plan.Deployment.SHARED);
    return Intrum.pack(
        rounding, HeadcountReading.END_OF_DAY, true, FirstMonth.WHOLE, List.of(plan));
  }

  private BigDecimal fee() {
    return BigDecimal.valueOf(random.nextInt(2_000_000), 2);
  }
}
