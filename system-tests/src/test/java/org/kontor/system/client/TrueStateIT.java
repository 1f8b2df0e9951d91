package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** What the pages say is what is so: of data that was deleted, and of what is charged next. */
@SystemTest(mail = true)
class TrueStateIT extends AtThePortal {

  private static final String LOST = "[data-deleted=INACTIVITY]";

  @Test
  void deleted_data_is_told_with_the_last_day_and_what_its_return_takes() throws Exception {
    kontor().mail().reset();
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer olena = kabinet.customer("Майстерня");
    olena.topsUp("38.00", "USD", "payment-card", "two months").ok();
    Subscription base = olena.subscribes("base", Map.of());
    kabinet.untilTime("2026-02-01T12:00");
    try (Database database = database()) {
      database.change(
          "insert into subscription_login (subscription_id, customer_id, last_at)"
              + " values (?, ?, '2026-02-01T10:00:00Z'::timestamptz)",
          base.id(),
          olena.id());
    }
    for (String day : List.of("03-04", "03-11", "03-13", "03-14")) {
      kabinet.untilTime("2026-" + day + "T00:05");
    }
    assertThat(base.state()).isEqualTo("DELETED");
    try (Person main = main(olena, "uk")) {
      for (String page : List.of("home", "pay", "deletion")) {
        main.open(address(kabinet, page));
        assertThat(main.page().textContent(LOST))
            .as(page)
            .contains("видалено 14 березня 2026")
            .contains("по 3 квітня 2026")
            .contains("20 днів")
            .contains("самої оплати недостатньо")
            .contains("бракує 19,00");
        assertThat(main.page().locator(".k-bar").first().getAttribute("data-kind"))
            .isEqualTo("QUARANTINE");
        assertThat(main.page().textContent("#main")).doesNotContain("Нічого не буде видалено");
        assertThat(main.faults()).isEmpty();
      }
      main.open(address(kabinet, "home"));
      assertThat(main.page().textContent("#main")).doesNotContain("Ласкаво просимо");
      isWholeInEachLanguage(main, kabinet, List.of("deletion"));

      main.speak("uk");
      olena.topsUp("19.00", "USD", "payment-card", "for its return").ok();
      assertThat(base.state()).as("paying restores nothing").isEqualTo("DELETED");
      main.open(address(kabinet, "pay"));
      assertThat(main.page().textContent(LOST)).contains("нічого доплачувати не потрібно");

      restore(olena);
      for (String page : List.of("home", "pay", "deletion")) {
        main.open(address(kabinet, page));
        assertThat(main.page().locator("[data-deleted], .k-bar").count()).as(page).isZero();
      }
      assertThat(main.page().textContent("#main")).contains("Нічого не буде видалено");
    }
  }

  private void restore(Customer customer) {
    List<JsonNode> cases = Rest.items(rest().get("retention/cases?customer=" + customer.id()).ok());
    long id = cases.get(0).path("id").asLong();
    rest().post("retention/cases/" + id + "/restoration", Map.of("reason", "asked")).ok();
  }

  @Test
  void an_open_invoice_that_is_not_due_hides_no_next_charge_of_any_of_many_services() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    for (int i = 0; i < 7; i++) {
      ana.subscribes("start", Map.of());
    }
    BigDecimal sum =
        ana.invoices().stream()
            .map(invoice -> Answer.decimal(invoice.path("total")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    try (Person main = main(ana, "ro")) {
      main.open(address(prim, "home"));
      assertThat(amount(main, ".k-tile:has(#in-time) .k-figure")).isEqualByComparingTo(sum);
      assertThat(main.page().textContent(".k-tile:has(#in-time)")).contains("1 aprilie 2026");
      assertThat(main.page().textContent("#unpaid")).contains("12 martie 2026");
      assertThat(main.faults()).isEmpty();
      main.open(address(prim, "services"));
      assertThat(main.page().getByText("1 aprilie 2026").count()).as("of each").isEqualTo(7);
      main.open(address(prim, "use"));
      assertThat(main.page().locator("#main section h2").count()).isEqualTo(5);
      main.page().locator("a[href*='after=']").click();
      assertThat(main.page().locator("#main section h2").count()).as("the rest").isEqualTo(2);
      ana.pays(sum.toPlainString(), "RON", "bank-transfer", "all").ok();
      main.open(address(prim, "home"));
      assertThat(main.page().locator("#in-time, #unpaid").count()).isZero();
      assertThat(main.page().textContent("#main")).contains("1 aprilie 2026");
    }
  }
}
