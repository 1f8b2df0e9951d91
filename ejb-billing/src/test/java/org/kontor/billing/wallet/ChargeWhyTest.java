package org.kontor.billing.wallet;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.billing.ledger.boundary.Why;
import org.kontor.billing.wallet.control.ChargeRef;
import org.kontor.domain.rules.Proves;

/** What a charge consists of, proven by computing it again. */
class ChargeWhyTest {

  private static final String STORED =
      "S2.8,S2.9|intrum@1|tier=1-5,headcount=5|round(div(fee=2990.00,30),2)";

  @Test
  @Proves("S3.24")
  void S3_24_a_charge_shows_its_rules_facts_and_arithmetic_and_gives_its_figure_again() {
    Why why = Why.of(STORED, new BigDecimal("99.67"));
    assertThat(why.rules()).containsExactly("S2.8", "S2.9");
    assertThat(why.facts()).isEqualTo(Map.of("tier", "1-5", "headcount", "5"));
    assertThat(why.arithmetic()).isEqualTo("round(div(fee=2990.00,30),2)");
    assertThat(why.recomputed()).isEqualByComparingTo("99.67");
    assertThat(why.agrees()).isTrue();
  }

  @Test
  @Proves("S3.24")
  void S3_24_a_figure_that_its_inputs_do_not_give_is_shown_as_such() {
    assertThat(Why.of(STORED, new BigDecimal("99.66")).agrees()).isFalse();
  }

  @Test
  void the_address_of_a_charge_reads_back_and_nothing_else_does() {
    ChargeRef ref = new ChargeRef(1000, LocalDate.parse("2026-03-06"), 77);
    assertThat(ref).hasToString("1000-20260306-77");
    assertThat(ChargeRef.parse(ref.toString())).contains(ref);
    for (String other : new String[] {"", "77", "1-20261306-2", "a-20260306-1", "1-20260306-1-1"}) {
      assertThat(ChargeRef.parse(other)).isEmpty();
    }
  }
}
