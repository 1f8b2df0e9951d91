package org.kontor.domain.explain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.kontor.domain.text.Formats;
import org.kontor.domain.text.Language;

class SpelledTest {

  @Test
  void arithmetic_is_spelled_as_people_write_it() {
    assertThat(spelled("round(div(fee=2990.00,30),2)")).isEqualTo("2 990,00 FEE ÷ 30 ≈ 99,67");
    assertThat(spelled("round(mul(quantity=2,price=60.00),2)"))
        .isEqualTo("2 QUANTITY × 60,00 PRICE = 120,00");
    assertThat(spelled("round(mul(sub(quantity=5,included=2),price=1.10),2)"))
        .isEqualTo("(5 QUANTITY − 2 INCLUDED) × 1,10 PRICE = 3,30");
    assertThat(spelled("max(a=1,b=2)")).isEqualTo("max(1 A; 2 B) = 2");
  }

  private static String spelled(String compact) {
    return new Spelled(
            Formats.in(Language.RU), (name, value) -> name.toUpperCase(java.util.Locale.ROOT))
        .of(ExprReader.read(compact))
        .replace('\u00a0', ' ');
  }
}
