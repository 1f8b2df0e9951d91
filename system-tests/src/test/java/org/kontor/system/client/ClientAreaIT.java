package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** The client area in a real browser, as customers see it. */
@SystemTest
class ClientAreaIT extends AtThePortal {

  private static final List<String> PAGES =
      List.of(
          "home",
          "wallet",
          "pay",
          "pay?amount=5000",
          "promise",
          "invoices",
          "movements",
          "movements?from=2026-02-01",
          "use",
          "profile",
          "access",
          "authenticator",
          "passkeys",
          "prove",
          "preferences",
          "help",
          "accessibility");
  private static final List<String> DOORS =
      List.of(
          "sign-in",
          "forgotten",
          "welcome?token=worn",
          "register",
          "join?token=worn",
          "second",
          "help");

  private Customer ana;
  private Customer ivan;

  @BeforeEach
  void two_customers_of_two_vendors() {
    Book book = Book.begin(rest(), "2026-02-01");
    Vendor prim = book.vendor("prim");
    Vendor intrum = book.vendor("intrum");
    ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    prim.customer("Dacia Birotică").subscribes("start", Map.of());
    ivan = intrum.customer("Агентство «Ключ»");
    ivan.topsUp("5000.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    prim.until("2026-02-10"); // the day before it is due: nobody is shut out
  }

  @Test
  void each_page_is_whole_in_each_language_and_width() {
    try (Person person = in(ivan, ivan.mainAdministrator(), "ru")) {
      isWholeInEachLanguage(person, ivan.vendor(), PAGES);
    }
  }

  @Test
  void each_door_is_whole_for_a_stranger() {
    for (String language : LANGUAGES) {
      try (Person stranger = stranger(language, Browsing.NARROW)) {
        for (String door : DOORS) {
          int status = stranger.open(address("prim", door));
          assertThat(status).as(door).isEqualTo(200);
          assertThat(stranger.faultsAtEachWidth()).as("%s in %s", door, language).isEmpty();
        }
      }
    }
  }

  @Test
  @Proves("S5.9")
  void S5_9_the_client_area_shows_the_invoices_and_why_each_amount() {
    try (Person person = main(ana, "ro")) {
      person.open(address("prim", "invoices"));
      person.submit("tbody a");
      assertThat(person.page().textContent("h1")).isEqualTo("Factura PRM-2026-000001");
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().textContent(".k-arithmetic")).contains("249").contains("=");
      assertThat(person.page().textContent(".k-pay")).contains("RO16BTRLRONCRT0123456701");
    }
  }

  @Test
  void what_belongs_to_somebody_else_looks_as_if_it_did_not_exist() {
    List<JsonNode> all = rest().all("invoices?vendor=prim");
    long foreign =
        all.stream()
            .filter(invoice -> invoice.path("customerId").asLong() != ana.id())
            .findFirst()
            .orElseThrow()
            .path("id")
            .asLong();
    try (Person person = main(ana, "ro")) {
      assertThat(person.open(address("prim", "invoice?id=" + foreign))).isEqualTo(404);
      String shown = person.page().content();
      assertThat(person.open(address("prim", "invoice?id=1"))).isEqualTo(404);
      assertThat(person.page().content()).isEqualTo(shown);
    }
  }

  @Test
  void an_address_that_does_not_exist_says_so() {
    try (Person person = in(ana, ana.mainAdministrator(), "ro", Browsing.NARROW)) {
      assertThat(person.open(address("prim", "nowhere"))).isEqualTo(404);
      assertThat(person.page().textContent("h1")).isEqualTo("Această pagină nu există");
      // The browser itself complains of the status
      assertThat(person.faults()).allMatch(fault -> fault.contains("404"));
    }
  }

  @Test
  void a_vendors_pages_carry_its_own_colour() {
    try (Person person = main(ana, "ro")) {
      Object colour =
          person
              .page()
              .evaluate("getComputedStyle(document.querySelector('.k-mark')).backgroundColor");
      assertThat(colour).isEqualTo("rgb(11, 107, 93)");
    }
  }
}
