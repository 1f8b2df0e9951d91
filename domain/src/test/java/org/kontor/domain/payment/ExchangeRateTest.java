package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Currency;
import org.junit.jupiter.api.Test;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.ExchangeRate.Converted;
import org.kontor.domain.rules.Proves;

/** Prices in one currency, payments in another (S3.28). */
@Proves("S3.28")
class ExchangeRateTest {

  private static final LocalDate DAY = LocalDate.parse("2026-03-06");

  private static ExchangeRate nbu(String rate) {
    return new ExchangeRate(
        "NBU", DAY, Currency.getInstance("USD"), Currency.getInstance("UAH"), new BigDecimal(rate));
  }

  @Test
  void S3_28_hryvnias_buy_dollars_at_the_rate_of_the_payment_day() {
    Converted worth = nbu("41.5012").convert(Money.of("788.52", "UAH"), "cabinet@1");
    assertThat(worth.amount()).isEqualTo(Money.of("19.00", "USD"));
    assertThat(worth.why().compact())
        .contains(
            "S3.28", "source=NBU", "rateDate=2026-03-06", "round(div(paid=788.52,rate=41.5012),2)");
    assertThat(Explanation.parse(worth.why().compact()).recompute()).isEqualByComparingTo("19.00");
  }

  @Test
  void S3_28_the_other_way_multiplies() {
    assertThat(nbu("41.5012").convert(Money.of("19.00", "USD"), "x@1").amount())
        .isEqualTo(Money.of("788.52", "UAH"));
  }

  @Test
  void S3_28_a_rate_serves_its_day_and_the_ten_after_it_but_never_an_earlier_one() {
    assertThat(nbu("41").servesOn(DAY.minusDays(1))).isFalse();
    assertThat(nbu("41").servesOn(DAY)).isTrue();
    assertThat(nbu("41").servesOn(DAY.plusDays(10))).isTrue();
    assertThat(nbu("41").servesOn(DAY.plusDays(11))).isFalse();
  }

  @Test
  void a_rate_is_positive_and_fits_its_payment() {
    assertThatThrownBy(() -> nbu("0")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> nbu("41").convert(Money.of("1.00", "EUR"), "x@1"))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
