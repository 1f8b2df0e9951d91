package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Vendor;

/** What customers do about money, in a real browser. */
@SystemTest
class MoneyPagesIT extends AtThePortal {

  @Test
  void a_promise_is_shown_whole_and_taken_once_from_two_tabs() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = blockedSince(intrum, "2026-06-03T10:05");
    try (Person person = main(ivan, "ru")) {
      person.open(address(intrum, "wallet"));
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().textContent("#promise")).contains("4 июня 2026").contains("149,01");
      person.submit("#promise tbody tr:first-child a");
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().textContent("main")).contains("4 июня 2026").contains("149,01");
      assertThat(promises(ivan)).isEmpty();
      String confirm = person.page().url();
      try (Person again = person.tab()) {
        again.open(confirm);
        person.submit("#form button.k-primary");
        assertThat(person.page().url()).contains("/client/wallet").contains("done=promise");
        assertThat(person.faults()).isEmpty();
        assertThat(person.page().textContent("#promise")).contains("Действует обещанный платёж");
        again.submit("#form button.k-primary");
        assertThat(again.page().textContent("main")).contains("Обещанный платёж уже действует");
      }
      person.page().waitForNavigation(() -> person.page().goBack());
      assertThat(promises(ivan)).hasSize(1);
    }
  }

  @Test
  void a_customer_says_below_which_balance_it_wants_a_mail() {
    Vendor kabinet = Book.begin(rest(), "2026-06-01").vendor("kabinet");
    Customer olha = kabinet.customer("Ательє «Нитка»");
    olha.topsUp("100.00", "USD", "payment-card", "t1").ok();
    olha.subscribes("base", Map.of());
    String alert = "customers/" + olha.id() + "/wallet/low-balance-alert";
    try (Person person = main(olha, "uk")) {
      person.open(address(kabinet, "wallet"));
      person.page().fill("[id='alert:below']", "1 2345,678");
      person.submit("#alert button");
      assertThat(person.page().textContent("[id='alert:below-error']")).contains("Введіть суму");
      assertThat(person.page().inputValue("[id='alert:below']")).isEqualTo("1 2345,678");
      assertThat(person.faults()).isEmpty();
      person.page().fill("[id='alert:below']", "1 234,50");
      person.submit("#alert button");
      assertThat(person.page().textContent("main")).contains("Збережено", "Баланс уже нижчий");
      assertThat(Answer.decimal(rest().get(alert).ok().path("below")))
          .isEqualByComparingTo("1234.50");
      assertThat(person.faults()).isEmpty();
      person.page().fill("[id='alert:below']", "");
      person.submit("#alert button");
      rest().get(alert).refused("NOT_FOUND");
    }
  }

  @Test
  void what_is_to_be_paid_is_the_sum_of_all_invoices_also_beyond_the_list() {
    Vendor prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    for (int i = 0; i < 203; i++) {
      ana.subscribes("start", Map.of());
    }
    BigDecimal all =
        rest().all("invoices?customer=" + ana.id()).stream()
            .map(invoice -> Answer.decimal(invoice.path("total")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "home"));
      assertThat(amount(person, ".k-tile .k-figure")).isEqualByComparingTo(all);
      person.open(address(prim, "pay"));
      assertThat(person.page().locator(".k-pick").count()).isEqualTo(200);
      assertThat(person.page().textContent("#more")).contains("încă 3 facturi", "Toate 203");
      assertThat(person.faults()).isEmpty();
    }
  }

  @Test
  void a_page_whose_memory_has_expired_is_shown_anew_and_nothing_was_done() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = blockedSince(intrum, "2026-06-03T10:05");
    try (Person person = main(ivan, "ru")) {
      person.open(address(intrum, "promise?days=1"));
      person
          .page()
          .context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-view"));
      person.submit("#form button.k-primary");
      assertThat(person.page().url()).endsWith("/client/promise?days=1");
      assertThat(person.page().textContent("h1")).isEqualTo("Обещанный платёж");
      assertThat(person.faults()).isEmpty();
      assertThat(promises(ivan)).isEmpty();
    }
  }

  @Test
  void the_wallet_offers_the_steps_of_the_bonus_and_tells_how_to_pay_one() {
    Vendor kabinet =
        Book.begin(rest(), "2026-06-01")
            .vendor(
                "kabinet-transfer",
                Pack.bundled("kabinet")
                    .with("methods: [payment-card", "methods: [bank-transfer, payment-card"));
    Customer olena = kabinet.customer("Майстерня");
    olena.topsUp("60.00", "USD", "payment-card", "t1").ok();
    olena.subscribes("base", Map.of());
    try (Person person = main(olena, "uk")) {
      person.open(address(kabinet, "wallet"));
      assertThat(person.faults()).isEmpty();
      List<String> choices = person.page().locator(".k-choices a").allTextContents();
      assertThat(choices).hasSize(3);
      assertThat(choices.get(1)).contains("114,00").contains("5,70").contains("119,70");
      person.submit(".k-choices li:nth-child(2) a");
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().textContent(".k-pay"))
          .contains("114,00")
          .contains("UA22\u00a03052")
          .contains("5,70");
      assertThat(person.page().textContent("#pay-reference")).isEqualTo("Майстерня");
      person.open(address(kabinet, "pay?amount=0"));
      assertThat(person.page().textContent(".k-errors")).containsPattern("\\d,\\d\\d");
      person.open(address(kabinet, "pay?amount=1.2.3"));
      assertThat(person.page().textContent(".k-errors")).contains("1 234,50");
      assertThat(person.faults()).isEmpty();
    }
  }

  @Test
  void a_seller_without_transfers_names_its_methods_and_no_account() {
    Vendor kabinet = Book.begin(rest(), "2026-06-01").vendor("kabinet");
    Customer olena = kabinet.customer("Майстерня");
    olena.topsUp("60.00", "USD", "payment-card", "t1").ok();
    olena.subscribes("base", Map.of());
    try (Person person = main(olena, "uk")) {
      person.open(address(kabinet, "pay?amount=114"));
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().textContent(".k-pay"))
          .contains("114,00", "5,70", "Google Pay", "Apple Pay", "картк")
          .doesNotContain("UA22");
    }
  }

  @Test
  void a_transfer_is_told_with_all_that_it_needs_and_i_have_paid_is_said_once() {
    Vendor vendor =
        Book.begin(rest(), "2026-03-01")
            .vendor(
                "prim-transfer",
                Pack.bundled("prim")
                    .with(
                        "lift: ALL_OVERDUE_PAID",
                        "transferNotice: {days: 2, workingDays: true}\n"
                            + "  lift: ALL_OVERDUE_PAID"));
    Customer mara = vendor.customer("Mara");
    mara.subscribes("start", Map.of());
    vendor.untilTime("2026-03-12T09:00");
    try (Person person = main(mara, "ro")) {
      person.open(address(vendor, "pay"));
      assertThat(person.faults()).isEmpty();
      person.submit("fieldset ~ button");
      assertThat(person.faults()).isEmpty();
      JsonNode invoice = mara.invoices().get(0);
      assertThat(person.page().getAttribute("#pay-account", "data-value"))
          .isEqualTo("RO16BTRLRONCRT0123456701");
      assertThat(person.page().textContent("#pay-reference"))
          .isEqualTo(invoice.path("payment").path("remittance").asText());
      assertThat(person.page().locator(".k-code").count()).isZero();
      assertThat(person.page().textContent("main")).contains("17 martie 2026, 00:00");
      try (Person again = person.tab()) {
        again.open(person.page().url());
        person.submit("#form button");
        assertThat(person.page().textContent("main")).contains("17 martie 2026, 00:00");
        again.submit("#form button");
        assertThat(again.page().textContent("main")).contains("17 martie 2026, 00:00");
        assertThat(again.page().locator("#form").count()).isZero();
        assertThat(again.faults()).isEmpty();
      }
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().locator("#form").count()).isZero();
    }
  }

  @Test
  void a_transfer_in_euro_has_a_code_to_scan() {
    Vendor presta = Book.begin(rest(), "2026-03-02").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    tienda.orders("gui-licence");
    try (Person person = main(tienda, "es")) {
      person.open(address(presta, "pay"));
      person.submit("fieldset ~ button");
      assertThat(person.page().locator(".k-code svg").getAttribute("role")).isEqualTo("img");
      assertThat(person.faults()).isEmpty();
      assertThat(person.open(address(presta, "wallet"))).isEqualTo(404);
    }
  }

  private Customer blockedSince(Vendor intrum, String local) {
    Customer ivan = intrum.customer("Агентство «Ключ»");
    ivan.topsUp("150.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    intrum.untilTime(local);
    return ivan;
  }

  private List<JsonNode> promises(Customer customer) {
    return rest().all("promises?customer=" + customer.id());
  }
}
