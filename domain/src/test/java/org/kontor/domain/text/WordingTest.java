package org.kontor.domain.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Texts;

class WordingTest {

  private static final ZoneId ZONE = ZoneId.of("Europe/Bucharest");
  private static final int[] COUNTS = {0, 1, 2, 5, 11, 20, 21, 22, 25, 101};

  /** The golden table of PAGES.md for 0, 1, 2, 5, 11, 20, 21, 22, 25 and 101. */
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "RO | few one few few few other other other other few",
        "RU | many one few many many many one few many one",
        "UK | many one few many many many one few many one",
        "ES | other one other other other other other other other other",
        "EN | other one other other other other other other other other"
      })
  void plurals_have_the_categories_of_the_language(Language language, String expected) {
    Wording wording =
        Wording.of("{n, plural, one{one} few{few} many{many} other{other}}", language);
    StringBuilder found = new StringBuilder();
    for (int count : COUNTS) {
      found.append(wording.with(Map.of("n", count), ZONE)).append(' ');
    }
    assertThat(found.toString().strip()).isEqualTo(expected);
  }

  @Test
  void spanish_says_de_after_a_million() {
    Wording days = Wording.of("{n, plural, one{# día} many{# de días} other{# días}}", Language.ES);
    assertThat(days.with(Map.of("n", 1_000_000), ZONE)).isEqualTo("1.000.000 de días");
    assertThat(days.with(Map.of("n", 20), ZONE)).isEqualTo("20 días");
  }

  @Test
  void romanian_says_de_from_twenty_on() {
    Wording days = Wording.of("{n, plural, one{# zi} few{# zile} other{# de zile}}", Language.RO);
    assertThat(days.with(Map.of("n", 1), ZONE)).isEqualTo("1 zi");
    assertThat(days.with(Map.of("n", 19), ZONE)).isEqualTo("19 zile");
    assertThat(days.with(Map.of("n", 20), ZONE)).isEqualTo("20 de zile");
    assertThat(days.with(Map.of("n", 101L), ZONE)).isEqualTo("101 zile");
  }

  @Test
  void every_kind_of_value_is_shown_in_the_language_of_the_text() {
    Wording wording = Wording.of("{a}; {d}; {m}; {t}; {n}; {x}", Language.UK);
    assertThat(
            wording.with(
                Map.of(
                    "a", Money.of("5", "UAH"),
                    "d", LocalDate.of(2026, 3, 1),
                    "m", YearMonth.of(2026, 3),
                    "t", Instant.parse("2026-03-01T22:00:00Z"),
                    "n", new Texts(Map.of("uk", "Склад", "en", "Warehouse")),
                    "x", "текст"),
                ZONE))
        .isEqualTo(
            "5,00\u00a0₴; 1 березня 2026\u00a0р.; березень 2026\u00a0р.;"
                + " 2 березня 2026\u00a0р., 00:00 (UTC+2); Склад; текст");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{0}",
        "{b}",
        "{{7*7}}",
        "${7*7}",
        "#{7*7}",
        "<#assign x=1>",
        "{n, plural, one{x} other{y}}",
        "it's '{' and ''",
        "<script>alert(1)</script>",
        "%s %n",
        "\r\nBcc: x@y.example"
      })
  void what_a_value_contains_stays_literal(String value) {
    Wording wording = Wording.of("Firma: {a}.", Language.RO);
    assertThat(wording.with(Map.of("a", value, "b", "nobody"), ZONE))
        .isEqualTo("Firma: " + value + ".");
  }

  @Test
  void a_missing_value_is_an_error_and_not_a_hole_in_a_mail() {
    Wording wording = Wording.of("{a} {n, plural, one{{b}} other{{c}}}", Language.EN);
    assertThat(wording.arguments()).containsExactly("a", "b", "c", "n");
    assertThatThrownBy(() -> wording.with(Map.of("a", "x", "n", 1, "b", "y"), ZONE))
        .hasMessageContaining("{c}");
  }

  @ParameterizedTest
  @ValueSource(strings = {"{0}", "{a, number}", "{a, date, short}", "{a", "{a, plural, one{x}}"})
  void texts_use_names_plurals_and_choices_only(String pattern) {
    assertThatThrownBy(() -> Wording.of(pattern, Language.EN))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
