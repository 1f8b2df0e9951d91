package org.kontor.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.domain.money.Money;

/** The golden table of PAGES.md; a dot in the middle stands for U+00A0. */
class FormatsTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RO | 1.234.567,50",
        "RU | 1·234·567,50",
        "UK | 1·234·567,50",
        "ES | 1.234.567,50",
        "EN | 1,234,567.50"
      })
  void numbers_are_grouped_as_people_expect(Language language, String expected) {
    Formats formats = Formats.in(language);
    assertThat(dotted(formats.number(new BigDecimal("1234567.5"), 2))).isEqualTo(expected);
    assertThat(dotted(formats.number(new BigDecimal("-1234567.5"), 2))).isEqualTo("-" + expected);
    assertThat(formats.number(new BigDecimal("999"), 0)).isEqualTo("999");
    assertThat(formats.number(new BigDecimal("0.125"), 2)).matches("0[.,]13");
    assertThat(formats.number(new BigDecimal("-0.001"), 2)).matches("0[.,]00");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RO | 1.234,50·RON | 1.234,50·EUR | 1.234,50·UAH | -1.234,50·RON",
        "RU | 1·234,50·RON | 1·234,50·€ | 1·234,50·₴ | -1·234,50·RON",
        "UK | 1·234,50·RON | 1·234,50·EUR | 1·234,50·₴ | -1·234,50·RON",
        "ES | 1.234,50·RON | 1.234,50·€ | 1.234,50·UAH | -1.234,50·RON",
        "EN | RON·1,234.50 | €1,234.50 | UAH·1,234.50 | RON·-1,234.50"
      })
  void money_names_its_currency(
      Language language, String ron, String eur, String uah, String debt) {
    Formats formats = Formats.in(language);
    assertThat(dotted(formats.money(Money.of("1234.5", "RON")))).isEqualTo(ron);
    assertThat(dotted(formats.money(Money.of("1234.5", "EUR")))).isEqualTo(eur);
    assertThat(dotted(formats.money(Money.of("1234.5", "UAH")))).isEqualTo(uah);
    assertThat(dotted(formats.money(Money.of("-1234.5", "RON")))).isEqualTo(debt);
  }

  @Test
  void english_puts_the_minus_before_the_sign_and_a_currency_may_have_no_cents() {
    assertThat(Formats.in(Language.EN).money(Money.of("-1234.5", "EUR"))).isEqualTo("-€1,234.50");
    assertThat(dotted(Formats.in(Language.RU).money(Money.of("5", "RUB")))).isEqualTo("5,00·₽");
    assertThat(dotted(Formats.in(Language.RO).money(Money.of("1234", "JPY"))))
        .isEqualTo("1.234·JPY");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RO | 01.02.2026 | 1 februarie 2026 | februarie 2026",
        "RU | 01.02.2026 | 1 февраля 2026·г. | февраль 2026·г.",
        "UK | 01.02.2026 | 1 лютого 2026·р. | лютий 2026·р.",
        "ES | 01/02/2026 | 1 de febrero de 2026 | febrero de 2026",
        "EN | 01/02/2026 | 1 February 2026 | February 2026"
      })
  void dates_have_four_digits_of_year_and_declined_months(
      Language language, String shorter, String longer, String month) {
    Formats formats = Formats.in(language);
    LocalDate date = LocalDate.of(2026, 2, 1);
    assertThat(formats.dateShort(date)).isEqualTo(shorter);
    assertThat(dotted(formats.date(date))).isEqualTo(longer);
    assertThat(dotted(formats.month(YearMonth.from(date)))).isEqualTo(month);
  }

  @Test
  void each_month_has_its_two_names() {
    StringBuilder all = new StringBuilder();
    for (Language language : Language.values()) {
      for (int month = 1; month <= 12; month++) {
        LocalDate date = LocalDate.of(2026, month, 28);
        all.append(Formats.in(language).date(date)).append('\n');
        all.append(Formats.in(language).month(YearMonth.from(date))).append('\n');
      }
    }
    assertThat(all.toString().lines().distinct()).hasSize(120);
    assertThat(all)
        .contains("28 mai 2026", "28 мая 2026", "28 травня 2026", "28 de mayo de 2026")
        .contains("28 decembrie 2026", "28 декабря 2026", "28 грудня 2026", "28 December 2026");
  }

  @Test
  void a_moment_says_how_far_it_is_from_utc_on_both_sides_of_a_clock_change() {
    ZoneId zone = ZoneId.of("Europe/Bucharest");
    Formats formats = Formats.in(Language.RO);
    assertThat(formats.moment(Instant.parse("2026-03-11T22:00:00Z"), zone))
        .isEqualTo("12 martie 2026, 00:00 (UTC+2)");
    assertThat(formats.moment(Instant.parse("2026-04-11T21:00:00Z"), zone))
        .isEqualTo("12 aprilie 2026, 00:00 (UTC+3)");
    assertThat(formats.moment(Instant.parse("2026-04-11T21:00:00Z"), ZoneId.of("UTC")))
        .endsWith("21:00 (UTC)");
    assertThat(formats.moment(Instant.parse("2026-04-11T21:00:00Z"), ZoneId.of("Asia/Kolkata")))
        .endsWith("02:30 (UTC+5:30)");
    assertThat(formats.moment(Instant.parse("2026-01-11T21:00:00Z"), ZoneId.of("America/Lima")))
        .endsWith("16:00 (UTC-5)");
  }

  @Test
  void an_unknown_language_is_english() {
    assertThat(Language.of("fr")).isEqualTo(Language.EN);
    assertThat(Language.of("RO")).isEqualTo(Language.RO);
    assertThat(Language.of(null)).isEqualTo(Language.EN);
  }

  private static String dotted(String text) {
    return text.replace('\u00a0', '·');
  }
}
