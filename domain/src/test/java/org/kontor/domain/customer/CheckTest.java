package org.kontor.domain.customer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kontor.domain.policy.PostalAddress;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

class CheckTest {

  private static void refused(Runnable call, ProblemCode code, String field) {
    assertThatThrownBy(call::run)
        .isInstanceOfSatisfying(
            Refused.class,
            refused -> {
              assertThat(refused.problem().code()).isEqualTo(code);
              assertThat(refused.problem().field()).isEqualTo(field);
              assertThat(refused.problem().mend()).isNotBlank();
            });
  }

  @Test
  void text_is_stripped_and_composed_so_that_equal_names_are_equal() {
    assertThat(Check.text("name", "  Cafe\u0301 ", 1, 10)).isEqualTo("Caf\u00e9");
    assertThat(Check.text("name", "Москва ул. Ленина №5 😀", 1, 40)).endsWith("😀");
    assertThat(Check.optional("vatId", null, 10)).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "a\u0000b",
        "a\nb",
        "a\rb",
        "a\tb",
        "a\u202eb",
        "a\u2066b",
        "a\u200bb",
        "a\ufeffb",
        "a\u0085b",
        "a\u2028b",
        "a\ud800b"
      })
  void characters_that_deceive_or_break_lines_are_refused(String text) {
    refused(() -> Check.text("name", text, 1, 10), ProblemCode.INVALID_VALUE, "name");
  }

  @Test
  void absurd_lengths_are_refused() {
    refused(() -> Check.text("name", "x".repeat(201), 1, 200), ProblemCode.INVALID_VALUE, "name");
    refused(() -> Check.text("name", " ", 1, 200), ProblemCode.MISSING_VALUE, "name");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x",
        "x@y",
        "a b@example.com",
        "a@example.com\nBcc: b@c.de",
        "<a@b.de>",
        "a@@b.de"
      })
  void what_is_no_mail_address_is_refused(String text) {
    refused(() -> Check.email("email", text), ProblemCode.INVALID_VALUE, "email");
  }

  @Test
  void codes_are_those_of_iso() {
    assertThat(Check.email("email", "Ana@Example.RO")).isEqualTo("ana@example.ro");
    assertThat(Check.country("c", "RO")).isEqualTo("RO");
    assertThat(Check.language("l", "uk")).isEqualTo("uk");
    assertThat(Check.currency("c", "UAH")).isEqualTo("UAH");
    refused(() -> Check.country("c", "XX"), ProblemCode.INVALID_VALUE, "c");
    refused(() -> Check.country("c", "ro"), ProblemCode.INVALID_VALUE, "c");
    refused(() -> Check.language("l", "xx"), ProblemCode.INVALID_VALUE, "l");
    refused(() -> Check.currency("c", "EURO"), ProblemCode.INVALID_VALUE, "c");
    refused(() -> Check.currency("c", "ZZZ"), ProblemCode.INVALID_VALUE, "c");
    refused(() -> Check.currency("c", null), ProblemCode.MISSING_VALUE, "c");
  }

  @Test
  void a_romanian_address_needs_street_city_and_county() {
    Address cluj = new Address("Strada Morii 4", "Cluj-Napoca", "400001", "RO-CJ", "RO");
    assertThat(PostalAddress.checked("address", cluj).subdivision()).isEqualTo("CJ");
    refused(
        () -> PostalAddress.checked("address", new Address("", "Cluj", "", "CJ", "RO")),
        ProblemCode.MISSING_VALUE,
        "address.line");
    refused(
        () -> PostalAddress.checked("address", new Address("S 1", "Cluj", "", "", "RO")),
        ProblemCode.MISSING_VALUE,
        "address.subdivision");
    refused(
        () -> PostalAddress.checked("address", new Address("S 1", "Cluj", "", "ZZ", "RO")),
        ProblemCode.INVALID_VALUE,
        "address.subdivision");
  }

  @Test
  void who_opens_an_account_may_bring_the_address_later_but_is_billed_only_with_it() {
    Address later = new Address(null, "", " ", null, "RO");
    Address stored = PostalAddress.checkedOrLater("address", later);
    assertThat(stored).isEqualTo(new Address("", "", "", "", "RO"));
    refused(() -> PostalAddress.mustSuffice(stored), ProblemCode.CONDITIONS_NOT_MET, "address");
    refused(
        () -> PostalAddress.checkedOrLater("address", new Address("", "Cluj", "", "", "RO")),
        ProblemCode.MISSING_VALUE,
        "address.line");
    refused(
        () -> PostalAddress.checkedOrLater("address", new Address("", "", "", "", "")),
        ProblemCode.MISSING_VALUE,
        "address.country");
    PostalAddress.mustSuffice(new Address("", "", "", "", "ES"));
    PostalAddress.mustSuffice(new Address("Strada Morii 4", "Cluj-Napoca", "", "CJ", "RO"));
  }

  @Test
  void in_bucharest_the_city_is_the_sector() {
    Address sector = new Address("Calea Victoriei 1", "SECTOR1", "010061", "B", "RO");
    assertThat(PostalAddress.checked("address", sector)).isEqualTo(sector);
    for (String city : new String[] {"Bucuresti", "SECTOR7", "Sector1", "SECTOR 1"}) {
      refused(
          () -> PostalAddress.checked("address", new Address("S 1", city, "", "B", "RO")),
          ProblemCode.INVALID_VALUE,
          "address.city");
    }
  }

  @Test
  void elsewhere_a_country_is_enough() {
    Address bare = new Address(null, null, null, null, "ES");
    assertThat(PostalAddress.checked("address", bare)).isEqualTo(new Address("", "", "", "", "ES"));
    refused(() -> PostalAddress.checked("address", null), ProblemCode.MISSING_VALUE, "address");
  }
}
