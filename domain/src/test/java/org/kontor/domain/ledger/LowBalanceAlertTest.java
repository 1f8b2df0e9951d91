package org.kontor.domain.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.math.BigDecimal;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class LowBalanceAlertTest {

  private static final Currency UAH = Currency.getInstance("UAH");

  @ParameterizedTest
  @CsvSource({
    "500.01, 499.99, true",
    "500.00, 499.99, true",
    "500.00, 500.00, false",
    "499.99, 300.00, false",
    "900.00, 500.01, false",
    "900.00, -1.00, true"
  })
  void it_is_told_by_the_charge_that_takes_the_balance_below_and_by_no_other(
      String before, String after, boolean told) {
    LowBalanceAlert alert = LowBalanceAlert.of(new BigDecimal("500"), UAH);
    assertThat(alert.isCrossed(uah(before), uah(after))).isEqualTo(told);
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "0.001", "1000000000000", "1E+400"})
  void an_amount_that_none_can_fall_below_is_refused(String amount) {
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> LowBalanceAlert.of(new BigDecimal(amount), UAH))
        .satisfies(
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(ProblemCode.INVALID_VALUE);
              assertThat(refused.problem().field()).isEqualTo("below");
            });
  }

  @Test
  void it_takes_amounts_as_fine_as_the_currency_however_they_are_written() {
    assertThat(LowBalanceAlert.of(new BigDecimal("0.01"), UAH).below()).isEqualTo(uah("0.01"));
    assertThat(LowBalanceAlert.of(new BigDecimal("7.1000"), UAH).below()).isEqualTo(uah("7.10"));
    assertThatExceptionOfType(Refused.class)
        .isThrownBy(() -> LowBalanceAlert.of(null, UAH))
        .matches(refused -> refused.problem().code() == ProblemCode.MISSING_VALUE);
  }

  private static Money uah(String amount) {
    return Money.of(amount, "UAH");
  }
}
