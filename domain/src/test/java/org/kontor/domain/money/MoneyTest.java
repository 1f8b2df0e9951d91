package org.kontor.domain.money;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;

class MoneyTest {

  private static final Currency EUR = Currency.getInstance("EUR");

  @Test
  void a_figure_finer_than_the_currency_is_refused() {
    assertThatThrownBy(() -> Money.of("99.666", "EUR"))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Money.of("0.5", "JPY")).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void trailing_zeros_make_no_difference() {
    assertThat(Money.of("1.5000", "EUR")).isEqualTo(Money.of("1.50", "EUR"));
    assertThat(Money.of("100", "JPY").minor()).isEqualTo(100);
  }

  @Test
  void currencies_do_not_mix() {
    Money euro = Money.of("1.00", "EUR");
    assertThatThrownBy(() -> euro.plus(Money.of("1.00", "RON")))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> euro.compareTo(Money.of("1.00", "RON")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void the_one_rounding_is_half_up() {
    assertThat(Money.rounded(new BigDecimal("99.665"), EUR)).isEqualTo(Money.of("99.67", "EUR"));
    assertThat(Money.rounded(new BigDecimal("-99.665"), EUR)).isEqualTo(Money.of("-99.67", "EUR"));
  }

  @Test
  void minor_units_there_and_back() {
    assertThat(Money.ofMinor(Money.of("-0.01", "EUR").minor(), EUR))
        .isEqualTo(Money.of("-0.01", "EUR"));
  }

  @Test
  void an_amount_beyond_the_ledger_is_refused_not_wrapped() {
    Money absurd = Money.of("92233720368547758.08", "EUR");
    assertThatThrownBy(absurd::minor).isInstanceOf(ArithmeticException.class);
  }
}
