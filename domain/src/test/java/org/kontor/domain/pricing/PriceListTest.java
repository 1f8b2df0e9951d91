package org.kontor.domain.pricing;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.function.ToLongFunction;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.rules.Proves;

class PriceListTest {

  private static final PolicyPack PACK = Packs.pack(Timing.MONTHLY_ADVANCE, "Europe/Bucharest");
  private static final Plan PLAN = PACK.plan("start").orElseThrow();

  @Test
  @Proves("S1.11")
  void S1_11_a_component_costs_its_units_beyond_the_included_ones() {
    assertThat(PriceList.monthly(PLAN, of(Map.of("shop", 4L, "courier-x", 1L)), "v@1", "en"))
        .extracting(PricedItem::itemCode, item -> item.exact().value().toPlainString())
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("start", "200.00"),
            org.assertj.core.groups.Tuple.tuple("shop", "147.00"),
            org.assertj.core.groups.Tuple.tuple("courier-x", "29.00"));
  }

  @Test
  @Proves({"S1.11", "S2.1"})
  void S2_1_what_the_fee_includes_is_no_position_of_its_own() {
    assertThat(PriceList.monthly(PLAN, of(Map.of("shop", 1L)), "v@1", "en"))
        .extracting(PricedItem::itemCode)
        .containsExactly("start");
  }

  @Test
  @Proves("S1.13")
  void S1_13_the_fee_of_a_month_is_the_sum_of_the_rounded_positions() {
    assertThat(
            MonthlyFee.of(PLAN, of(Map.of("shop", 3L)), PACK.seller().currency())
                .amount()
                .toPlainString())
        .isEqualTo("298.00");
  }

  private static ToLongFunction<String> of(Map<String, Long> quantities) {
    return code -> quantities.getOrDefault(code, 0L);
  }
}
