package org.kontor.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.pricing.Intrum.heads;
import static org.kontor.domain.pricing.Intrum.subscription;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.BillingPolicy.DailyRounding;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.CorrectionPricing.Corrected;
import org.kontor.domain.rules.Proves;

class CorrectionPricingTest {

  private static final LocalDate DAY = LocalDate.parse("2026-06-03");

  @Test
  @Proves({"S2.10", "S2.11"})
  void S2_10_a_corrected_head_count_is_booked_as_the_difference_and_names_both() {
    Corrected up = correct(DailyRounding.EACH_LINE, 5, 8, Carry.NONE);
    ChargeLine line = up.lines().get(0);
    assertThat(line.itemCode()).isEqualTo("correction:crm:2026-06-03");
    assertThat(line.amount()).hasToString("66.66 RON"); // 166.33 - 99.67
    assertThat(line.why().facts())
        .containsEntry("charged", "5")
        .containsEntry("corrected", "8")
        .containsEntry("day", "2026-06-03");

    assertThat(correct(DailyRounding.EACH_LINE, 8, 5, Carry.NONE).lines().get(0).amount())
        .hasToString("-66.66 RON");
  }

  @Test
  @Proves("S2.12")
  void S2_12_with_carry_the_correction_moves_the_running_sum() {
    Carry carry = new Carry(new BigDecimal("99.66666666666666666667"), new BigDecimal("99.67"));
    Corrected corrected = correct(DailyRounding.CARRY, 5, 8, carry);
    assertThat(corrected.lines().get(0).amount()).hasToString("66.66 RON"); // 166.33 - 99.67
    assertThat(corrected.carry().charged()).isEqualByComparingTo("166.33");
  }

  @Test
  @Proves("S2.10")
  void S2_10_a_correction_within_the_tier_costs_nothing() {
    assertThat(correct(DailyRounding.EACH_LINE, 2, 5, Carry.NONE).lines()).isEmpty();
    assertThat(correct(DailyRounding.CARRY, 2, 5, Carry.NONE).carry()).isEqualTo(Carry.NONE);
  }

  private static Corrected correct(DailyRounding rounding, long was, long is, Carry carry) {
    PolicyPack pack = Intrum.pack(rounding);
    return new CorrectionPricing(pack, subscription(DAY, carry), "en")
        .of(DAY, heads(was), heads(is), carry);
  }
}
