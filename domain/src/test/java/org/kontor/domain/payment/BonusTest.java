package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.rules.Proves;

/** The bonus ladder (S3.7). */
@Proves("S3.7")
class BonusTest {

  private static final PolicyPack PACK =
      WalletPacks.withBonus("100", "5", "250.50", "10", "1000", "15");

  private static String bonus(String topUp) {
    return Bonus.of(PACK, Money.of(topUp, "RON")).amount().amount().toPlainString();
  }

  @Test
  void S3_7_the_highest_step_reached_gives_its_percentage_of_the_whole_top_up() {
    assertThat(bonus("99.99")).isEqualTo("0.00");
    assertThat(bonus("100.00")).isEqualTo("5.00");
    assertThat(bonus("250.49")).isEqualTo("12.52");
    assertThat(bonus("250.50")).isEqualTo("25.05");
    assertThat(bonus("1000.00")).isEqualTo("150.00");
    assertThat(bonus("99999.99")).isEqualTo("15000.00");
  }

  @Test
  void S3_7_without_a_ladder_nothing_is_earned() {
    Bonus none = Bonus.of(WalletPacks.withBonus(), Money.of("1000.00", "RON"));
    assertThat(none.amount()).isEqualTo(Money.of("0.00", "RON"));
  }

  @Test
  void S3_7_the_order_in_which_steps_are_written_does_not_matter() {
    PolicyPack shuffled = WalletPacks.withBonus("1000", "15", "100", "5", "250.50", "10");
    for (String topUp : new String[] {"50.00", "100.00", "300.00", "5000.00"}) {
      Money money = Money.of(topUp, "RON");
      assertThat(Bonus.of(shuffled, money).amount()).isEqualTo(Bonus.of(PACK, money).amount());
    }
  }

  @Test
  void S3_7_the_bonus_never_shrinks_with_the_top_up_and_its_explanation_gives_it_again() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    BigDecimal last = BigDecimal.ZERO;
    long minor = 0;
    for (int i = 0; i < 20_000; i++) {
      minor += 1 + random.nextInt(20);
      Money topUp = Money.ofMinor(minor, Money.of("0", "RON").currency());
      Bonus bonus = Bonus.of(PACK, topUp);
      assertThat(bonus.amount().amount()).as("seed %d", seed).isGreaterThanOrEqualTo(last);
      assertThat(Explanation.parse(bonus.why().compact()).recompute())
          .as("seed %d", seed)
          .isEqualByComparingTo(bonus.amount().amount());
      last = bonus.amount().amount();
    }
  }
}
