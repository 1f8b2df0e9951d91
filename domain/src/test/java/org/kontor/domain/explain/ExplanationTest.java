package org.kontor.domain.explain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.rules.Proves;

class ExplanationTest {

  @Test
  @Proves("S3.24")
  void S3_24_what_is_stored_gives_the_same_amount_again() {
    Explanation why =
        new Explanation(
            List.of("S2.8", "S2.9"),
            "intrum@1",
            Map.of("tier", "1-5"),
            Expr.round(
                Expr.div(Expr.num("fee", new BigDecimal("2990.00")), Expr.num("divisor", 30)), 2));

    String stored = why.compact();
    Explanation read = Explanation.parse(stored);

    assertThat(stored)
        .isEqualTo("S2.8,S2.9|intrum@1|tier=1-5|round(div(fee=2990.00,divisor=30),2)");
    assertThat(read.recompute()).isEqualByComparingTo("99.67");
    assertThat(read).isEqualTo(why);
  }

  @Test
  @Proves("S3.24")
  void S3_24_any_arithmetic_survives_storing() {
    long seed = System.nanoTime();
    Random random = new Random(seed);
    for (int i = 0; i < 2_000; i++) {
      Expr expr = Expr.round(random(random, 4), 2);
      Explanation why = new Explanation(List.of("S1.11"), "prim@2", Map.of(), expr);
      assertThat(Explanation.parse(why.compact()).recompute())
          .as("seed %d: %s", seed, why.compact())
          .isEqualTo(expr.value());
    }
  }

  @Test
  void a_fact_cannot_break_the_form() {
    Explanation why =
        new Explanation(List.of("S2.11"), "x@1", Map.of("list", "Ana=1, Ion|2"), Expr.constant(1));
    assertThat(Explanation.parse(why.compact()).facts()).containsEntry("list", "Ana:1; Ion/2");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "S1|p", "S1|p||", "S1|p||add(1", "S1|p||add(1)", "S1|p||fly(1,2)", "S1|p||1)"})
  void damaged_text_is_refused(String text) {
    assertThatThrownBy(() -> Explanation.parse(text)).isInstanceOf(IllegalArgumentException.class);
  }

  private static Expr random(Random random, int depth) {
    if (depth == 0 || random.nextInt(4) == 0) {
      BigDecimal value = BigDecimal.valueOf(random.nextInt(1_000_000) - 200_000, random.nextInt(5));
      return random.nextBoolean() ? Expr.num("in" + depth, value) : new Expr.Num("", value);
    }
    Expr a = random(random, depth - 1);
    Expr b = random(random, depth - 1);
    return switch (random.nextInt(5)) {
      case 0 -> Expr.add(a, b, Expr.constant(3));
      case 1 -> Expr.sub(a, b);
      case 2 -> Expr.mul(a, b);
      case 3 -> Expr.round(a, random.nextInt(4));
      default -> Expr.div(a, Expr.num("divisor", 1 + random.nextInt(30)));
    };
  }
}
