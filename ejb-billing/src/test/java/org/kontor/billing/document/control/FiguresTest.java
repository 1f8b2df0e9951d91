package org.kontor.billing.document.control;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {

  @ParameterizedTest
  @CsvSource({
    "88.92857142857142857142857142857143,'88,9285714286'",
    "249.00,'249,00'",
    "0.0235,'0,0235'",
    "60,'60,00'"
  })
  void a_price_that_never_ends_ends_on_paper(BigDecimal price, String printed) {
    assertThat(new Figures("ro").price(price, 2)).isEqualTo(printed);
  }
}
