package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** The customer's own data, taking it along, and the end of the account, in a real browser. */
@SystemTest
class CompanyIT extends AtThePortal {

  @Test
  void what_two_tabs_change_is_brought_together_and_only_what_both_changed_is_asked_for() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    pays(ana);
    try (Person person = main(ana, "ro");
        Person again = person.tab()) {
      Page page = again.page();
      person.open(address(prim, "company"));
      again.open(address(prim, "company"));
      person.page().fill("#form\\:name", "Carpat Textil S.R.L.");
      person.page().fill("#form\\:postCode", "400001");
      person.submit("#form button");
      assertThat(person.page().textContent(".k-done")).isNotEmpty();

      page.fill("#form\\:line", "Strada Scurtă 2");
      again.submit("#form button");
      assertThat(page.textContent(".k-done")).contains("altcineva");
      assertThat(shownCustomer(ana).path("name").asText()).isEqualTo("Carpat Textil S.R.L.");
      assertThat(shownCustomer(ana).path("address").path("postCode").asText()).isEqualTo("400001");
      assertThat(shownCustomer(ana).path("address").path("line").asText())
          .isEqualTo("Strada Scurtă 2");

      page.fill("#form\\:name", "Carpat Modă S.A.");
      person.page().fill("#form\\:name", "Carpat S.R.L.");
      person.submit("#form button");
      again.submit("#form button");
      assertThat(page.textContent(".k-errors")).contains("Alegeți");
      assertThat(page.locator("[data-contested]").count()).as("the name alone").isEqualTo(1);
      assertThat(page.textContent("[data-contested=name]"))
          .contains("Carpat Modă S.A.")
          .contains("Carpat S.R.L.");
      assertThat(again.faults()).isEmpty();
      keepsMineInAnotherLanguage(again);
      again.submit("#form button");
      assertThat(page.textContent(".k-errors a")).contains("Alegeți una dintre");
      assertThat(page.locator(":checked[type=radio]").count()).isZero();
      assertThat(shownCustomer(ana).path("name").asText()).isEqualTo("Carpat S.R.L.");
      page.check("#mine-name");
      again.submit("#form button");
      assertThat(shownCustomer(ana).path("name").asText()).isEqualTo("Carpat Modă S.A.");
      assertThat(page.inputValue("#form\\:name")).isEqualTo("Carpat Modă S.A.");

      keepsWhatIsRefused(again);
      isPrinted(again, address(prim, "company"));
    }
    prim.until("2026-04-02");
    JsonNode april = ana.invoiceOf("2026-04-01");
    assertThat(april.path("buyer").path("name").asText()).isEqualTo("Carpat Modă S.A.");
    assertThat(ana.invoiceOf("2026-03-10").path("buyer").path("name").asText())
        .isEqualTo("Carpat Textil");
    try (Person reader = joined(ana, "Dan", "ADMINISTRATOR", "ro")) {
      assertThat(reader.open(address(prim, "company"))).isEqualTo(200);
      assertThat(reader.page().locator("#form").count()).isZero();
      assertThat(reader.page().textContent("main")).contains("Carpat Modă S.A.");
      assertThat(reader.faults()).isEmpty();
      assertThat(reader.open(address(prim, "closing"))).isEqualTo(403);
    }
  }

  /** The conflict goes along: neither version is lost, and neither is chosen. */
  private static void keepsMineInAnotherLanguage(Person again) {
    for (String language : List.of("en", "ro")) {
      again.speak(language);
      assertThat(again.page().inputValue("#form\\:name")).isEqualTo("Carpat Modă S.A.");
      again.submit("#form button");
      assertThat(again.page().locator("[data-contested]").count()).isEqualTo(1);
      assertThat(again.page().textContent("[data-contested=name]"))
          .contains("Carpat Modă S.A.")
          .contains("Carpat S.R.L.");
      assertThat(again.page().locator(":checked[type=radio]").count()).isZero();
    }
  }

  /** Whoever may change the data has it on paper as it is stored, not as fields. */
  private static void isPrinted(Person again, String address) {
    Page page = again.page();
    again.open(address);
    assertThat(page.isVisible(".k-facts")).isFalse();
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
    assertThat(page.isVisible("#form")).isFalse();
    assertThat(page.innerText("main"))
        .contains("Carpat Modă S.A.", "400001", "Strada Scurtă 2", "România")
        .doesNotContain("opțional");
    page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
  }

  private static void keepsWhatIsRefused(Person again) {
    again.page().fill("#form\\:vatId", "RO12AB");
    again.page().fill("#form\\:subdivision", "");
    again.submit("#form button");
    assertThat(again.page().locator(".k-errors li").count()).isEqualTo(1);
    assertThat(again.page().inputValue("#form\\:vatId")).isEqualTo("RO12AB");
    assertThat(again.page().inputValue("#form\\:subdivision")).isEmpty();
    assertThat(again.faults()).isEmpty();
  }

  @Test
  void closing_shows_its_days_and_is_taken_back_until_the_last_one() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription start = ana.subscribes("start", Map.of());
    pays(ana);
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "closing"));
      assertThat(person.page().textContent("main"))
          .contains("31 martie 2026")
          .contains("1 iunie 2026");
      person.page().selectOption("#close\\:reason", "PRICE");
      person.submit("#close button");
      assertThat(person.page().textContent("#ending"))
          .contains("31 martie 2026")
          .contains("21 de zile");
      assertThat(start.shown().path("endsOn").asText()).isEqualTo("2026-03-31");
      assertThat(person.faults()).isEmpty();
      person.open(address(prim, "service?id=" + start.id()));
      assertThat(person.page().textContent(".k-note")).contains("31 martie 2026");
      person.open(address(prim, "closing"));
      person.submit("#keep button");
      assertThat(person.page().textContent(".k-done")).contains("rămâne");
      assertThat(start.shown().path("endsOn").isMissingNode()).isTrue();
      assertThat(person.faults()).isEmpty();

      String cancellation = "subscriptions/" + start.id() + "/cancellation";
      start.cancels().ok();
      person.open(address(prim, "closing"));
      assertThat(person.page().locator("#keep").count()).as("the vendor's to take back").isZero();
      rest().delete(cancellation).ok();
      person.open(address(prim, "closing"));

      person.submit("#move button");
      assertThat(person.page().textContent("#deletions")).contains("peste 91 de zile");
      person.submit("#deletions a");
      assertThat(person.faults()).isEmpty();
      person.submit("[data-deletion] button");
      assertThat(person.page().textContent(".k-done")).isNotEmpty();
      person.open(address(prim, "closing"));
      assertThat(person.page().locator("#deletions").count()).isZero();
      assertThat(start.shown().path("endsOn").isMissingNode()).isTrue();
    }
    prim.until("2026-04-02");
    assertThat(start.state()).isEqualTo("ACTIVE");
    assertThat(Answer.decimal(ana.invoiceOf("2026-04-01").path("net"))).isNotZero();
  }

  @Test
  void who_closes_an_account_with_more_services_than_a_list_shows_leaves_none_behind() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    for (int i = 0; i < 51; i++) {
      ana.subscribes("start", Map.of());
    }
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "closing"));
      person.submit("#close button");
      assertThat(person.page().textContent(".k-done")).isNotEmpty();
    }
    assertThat(rest().all("subscriptions?customer=" + ana.id()))
        .hasSize(51)
        .allSatisfy(one -> assertThat(one.path("endsOn").asText()).isEqualTo("2026-03-31"));
  }

  @Test
  void everything_comes_in_one_file_and_none_while_stopped() throws IOException {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of("courier-fan", 1, "ecommerce-platforms", 2))
        .uses("external-documents", 12)
        .ok();
    Subscription ended = ana.subscribes("start", Map.of());
    ended.uses("external-documents", 7).ok();
    rest().post("subscriptions/" + ended.id() + "/cancellation", Map.of()).ok();
    for (JsonNode invoice : ana.invoices()) {
      String total = Answer.decimal(invoice.path("total")).toPlainString();
      ana.pays(total, "RON", "bank-transfer", invoice.path("number").asText()).ok();
    }
    prim.until("2026-04-02");
    assertThat(ended.state()).isEqualTo("ENDED");
    try (Person person = main(ana, "ro")) {
      String address = address(prim, "everything");
      Map<String, String> parts = Fetched.by(person, address).parts();
      assertThat(parts.values()).allSatisfy(part -> assertThat(part).isNotEmpty());
      assertThat(parts.keySet())
          .containsExactly(
              "companie.xlsx",
              "companie.csv",
              "persoane.xlsx",
              "persoane.csv",
              "mesaje.xlsx",
              "mesaje.csv",
              "facturi.xlsx",
              "facturi.csv",
              "mișcări.xlsx",
              "mișcări.csv",
              "utilizare.xlsx",
              "utilizare.csv",
              "servicii.xlsx",
              "servicii.csv",
              "documente/PRM-2026-000003.pdf",
              "documente/PRM-2026-000002.pdf",
              "documente/PRM-2026-000001.pdf");
      assertThat(parts.get("companie.csv"))
          .contains("Carpat Textil", "Cod poștal;", "Client din;")
          .doesNotContain("opțional");
      assertThat(parts.get("persoane.csv"))
          .contains("Nume;Adresa de e-mail;Rol", "Administrator principal");
      assertThat(parts.get("servicii.csv"))
          .contains("Începe la;Se încheie la;Opțiuni comandate")
          .contains("Integrare curier FAN", "Platformă de e-commerce suplimentară × 2")
          .doesNotContain("courier-fan", "Integrare curier FAN ×");
      assertThat(parts.get("mesaje.csv")).contains("Subiect");
      assertThat(parts.get("utilizare.csv")).contains(";12").contains(";7");
      prim.until("2026-04-12");
      assertThat(person.open(address)).isEqualTo(403);
      assertThat(person.faults()).as("the browser tells of the 403 alone").hasSize(1);
      assertThat(person.open(address(prim, "closing"))).isEqualTo(200);
      assertThat(person.page().textContent("#refused")).contains("facturilor neplătite");
      assertThat(person.faults()).isEmpty();
    }
  }

  private JsonNode shownCustomer(Customer customer) {
    return rest().get("customers/" + customer.id()).ok();
  }
}
