package org.kontor.domain.payment;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.kontor.domain.money.Money;

class EpcCodeTest {

  private static final String IBAN = "ES3630810155742107650431";

  @Test
  void a_sepa_transfer_is_said_line_by_line_as_the_guideline_wants_it() {
    assertThat(
            EpcCode.of(
                Money.of("121.00", "EUR"),
                "Presta Contador S.L.",
                IBAN,
                "BCOEESMM081",
                "PRE-2026-000001"))
        .contains(
            "BCD\n002\n1\nSCT\nBCOEESMM081\nPresta Contador S.L.\n"
                + IBAN
                + "\nEUR121.00\n\n\nPRE-2026-000001");
  }

  @ParameterizedTest
  @CsvSource({
    "100.00, RON, RO16BTRLRONCRT0123456701, text",
    "100.00, EUR, 40702810538000123456, text",
    "0.00, EUR, ES3630810155742107650431, text",
    "1000000000.00, EUR, ES3630810155742107650431, text"
  })
  void what_it_cannot_say_has_no_code(String amount, String currency, String iban, String text) {
    assertThat(EpcCode.of(Money.of(amount, currency), "Holder", iban, "", text)).isEmpty();
  }

  @Test
  void no_line_can_be_smuggled_in_and_nothing_is_cut_off() {
    Money amount = Money.of("1.00", "EUR");
    assertThat(EpcCode.of(amount, "Holder", IBAN, "", "a\nEUR999.00")).isEmpty();
    assertThat(EpcCode.of(amount, "x".repeat(71), IBAN, "", "text")).isEmpty();
    assertThat(EpcCode.of(amount, "Holder", IBAN, "", "x".repeat(141))).isEmpty();
    assertThat(EpcCode.of(amount, "ж".repeat(70), IBAN, "", "ж".repeat(140))).isEmpty();
  }

  @Test
  void a_bank_code_that_is_none_is_left_out() {
    assertThat(EpcCode.of(Money.of("1.00", "EUR"), "Holder", IBAN, "044525225", "text").orElse(""))
        .contains("SCT\n\nHolder");
  }
}
