package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * The restriction ladder as the people of a customer see it, day by day: what the client area says
 * and opens is what the access decision says.
 */
@SystemTest(mail = true)
class LadderIT extends AtThePortal {

  private static final List<String> MONEY = List.of("pay", "invoices", "use", "profile", "access");
  private static final List<String> BALANCE = List.of("wallet", "promise", "movements");

  @Test
  void the_month_ladder_is_seen_by_each_role_as_it_is_decided() {
    Vendor kabinet = Book.begin(rest(), "2026-11-01").vendor("kabinet");
    Customer olena = kabinet.customer("Майстерня");
    Subscription base = olena.subscribes("base", Map.of());
    long second = olena.adds("Ірина", "administrator@customer.example", "ADMINISTRATOR");
    long staff = olena.adds("Петро", "staff@customer.example", "STAFF");
    kabinet.untilTime("2026-12-01T09:00");
    try (Person main = main(olena, "uk");
        Person other = in(olena, second, "uk");
        Person worker = in(olena, staff, "uk")) {
      // 1st to 3rd: said, and nothing more (S3.11)
      for (Person payer : List.of(main, other)) {
        payer.open(address(kabinet, "home"));
        assertThat(kind(payer)).isEqualTo("OVERDUE");
        assertThat(bar(payer))
            .contains("19,00")
            .contains("7 грудня 2026")
            .contains("00:00 (UTC+2)");
        assertThat(at(payer)).isEqualTo(Instant.parse("2026-12-06T22:00:00Z"));
        assertThat(payer.page().locator("#reminder").count()).isZero();
        assertThat(payer.faults()).isEmpty();
      }
      nothingIsSaidTo(worker, kabinet);

      kabinet.untilTime("2026-12-04T00:00"); // a pop-up for administrators (S3.12, S3.13)
      for (Person payer : List.of(main, other)) {
        payer.open(address(kabinet, "invoices"));
        assertThat(kind(payer)).isEqualTo("REMINDED");
        isAnsweredByKeyboard(payer.page());
        payer.open(address(kabinet, "home"));
        assertThat(payer.page().locator("#reminder").count()).as("once").isZero();
        assertThat(payer.faults()).isEmpty();
      }
      nothingIsSaidTo(worker, kabinet);
      agree(base, "ADMINISTRATOR", "REMINDED", Instant.parse("2026-12-06T22:00:00Z"));

      kabinet.untilTime("2026-12-07T00:00"); // administrators see only the way to pay (S3.14)
      for (Person payer : List.of(main, other)) {
        payer.open(address(kabinet, "home"));
        assertThat(payer.page().url()).endsWith("/client/pay");
        assertThat(kind(payer)).isEqualTo("PAY_ONLY");
        assertThat(bar(payer)).contains("19,00").contains("10 грудня 2026").contains("(UTC+2)");
        assertThat(at(payer)).isEqualTo(until(base, "MAIN_ADMINISTRATOR"));
        assertThat(payer.faults()).isEmpty();
      }
      moneyIsOpenTo(main, kabinet);
      nothingIsSaidTo(worker, kabinet);
      agree(base, "STAFF", "FULL", Instant.parse("2026-12-09T22:00:00Z"));

      kabinet.untilTime("2026-12-09T23:59");
      main.open(address(kabinet, "invoices"));
      assertThat(kind(main)).isEqualTo("PAY_ONLY");
      nothingIsSaidTo(worker, kabinet);

      kabinet.untilTime("2026-12-10T00:00");
      allAreBlockedUntilAllIsPaid(olena, List.of(main, other), worker);
    }
  }

  @Test
  void an_invoice_is_announced_due_and_overdue_and_its_stop_leaves_the_way_to_pay() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    Subscription start = ana.subscribes("start", Map.of());
    long staff = ana.adds("Ion", "staff@customer.example", "STAFF");
    JsonNode invoice = ana.invoices().get(0);
    String number = invoice.path("number").asText();
    BigDecimal one = new BigDecimal(invoice.path("total").asText());
    ana.subscribes("start", Map.of());
    try (Person main = main(ana, "ro");
        Person worker = in(ana, staff, "ro")) {
      main.open(address(prim, "home"));
      assertThat(main.page().locator(".k-bar").count()).as("ten days ahead").isZero();
      prim.untilTime("2026-03-06T08:00");
      main.open(address(prim, "home"));
      assertThat(kind(main)).isEqualTo("DUE_SOON");
      assertThat(bar(main)).contains(number).contains("în 5 zile").contains("12 martie 2026");
      prim.untilTime("2026-03-11T20:00");
      main.open(address(prim, "home"));
      assertThat(kind(main)).isEqualTo("DUE_TODAY");
      assertThat(bar(main)).contains("astăzi").contains("12 martie 2026, 00:00 (UTC+2)");
      assertThat(at(main)).isEqualTo(until(start, "MAIN_ADMINISTRATOR"));
      assertThat(main.faults()).isEmpty();
      nothingIsSaidTo(worker, prim);

      prim.untilTime("2026-03-12T00:00");
      main.open(address(prim, "home"));
      assertThat(main.page().url()).endsWith("/client/pay");
      assertThat(kind(main)).isEqualTo("BLOCKED");
      assertThat(main.page().locator(".k-bar").nth(1).textContent()).contains("12 mai 2026");
      assertThat(bar(main)).as("both invoices").contains(inRomanian(one.add(one)));
      assertThat(main.page().textContent("main")).contains("restantă din 12 martie 2026");
      moneyIsOpenTo(main, prim);
      worker.open(address(prim, "home"));
      assertThat(worker.page().url()).endsWith("/client/access");
      ana.pays(one.toPlainString(), "RON", "bank-transfer", "p1").ok();
      main.open(address(prim, "home"));
      assertThat(kind(main)).isEqualTo("BLOCKED");
      assertThat(bar(main)).as("the other one").contains(inRomanian(one));
      assertThat(main.page().textContent("main")).contains("restantă din 12 martie 2026");
      ana.pays(one.toPlainString(), "RON", "bank-transfer", "p2").ok();
      main.open(address(prim, "home"));
      assertThat(main.page().locator(".k-bar").count()).isZero();
      worker.open(address(prim, "home"));
      assertThat(worker.page().url()).endsWith("/client/home");
    }
  }

  @Test
  void days_off_put_a_block_off_and_a_promise_counts_down() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("550.00", "RUB", "bank-transfer", "t1").ok();
    Subscription crm = ivan.subscribes("crm", Map.of());
    crm.uses("headcount", 5).ok();
    long second = ivan.adds("Ольга", "administrator@customer.example", "ADMINISTRATOR");
    intrum.untilTime("2026-06-07T10:00"); // negative since Saturday's charge
    try (Person main = main(ivan, "ru");
        Person other = in(ivan, second, "ru")) {
      assertThat(kind(main)).isEqualTo("OVERDUE");
      assertThat(at(main)).isEqualTo(until(crm, "STAFF"));
      assertThat(bar(main)).contains("(UTC+3)").contains("выходные и праздничные дни");
      assertThat(main.faults()).isEmpty();

      intrum.book().until(until(crm, "STAFF"));
      main.open(address(intrum, "home"));
      assertThat(main.page().url()).as("keeps access (S2.17)").endsWith("/client/home");
      assertThat(kind(main)).isEqualTo("OTHERS");
      other.open(address(intrum, "home"));
      assertThat(other.page().url()).endsWith("/client/pay");
      assertThat(kind(other)).isEqualTo("BLOCKED");

      Instant end = Instant.parse(crm.promises(1).ok().path("endsAt").asText());
      main.open(address(intrum, "home"));
      assertThat(kind(main)).isEqualTo("PROMISE");
      assertThat(bar(main)).containsPattern("осталось: 2[34] часа?");
      assertThat(at(main)).isEqualTo(end);
      assertThat(main.faults()).isEmpty();
      other.open(address(intrum, "home"));
      assertThat(other.page().url()).as("all are let in (S2.30)").endsWith("/client/home");
    }
  }

  @Test
  void a_deletion_is_told_to_everybody_beside_the_block_and_after_it_how_long_it_can_be_undone() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer lesia = kabinet.customer("Леся");
    lesia.subscribes("base", Map.of());
    long staff = lesia.adds("Петро", "staff@customer.example", "STAFF");
    kabinet.untilTime("2026-02-13T09:00");
    JsonNode announced = rest().all("retention/cases?customer=" + lesia.id()).get(0);
    try (Person main = main(lesia, "uk");
        Person worker = in(lesia, staff, "uk")) {
      for (Person anybody : List.of(main, worker)) { // S3.39, and S3.44: on the page of the block
        assertThat(kind(anybody)).isEqualTo("BLOCKED");
        Locator deletion = anybody.page().locator(".k-bar[data-kind=DELETION]");
        assertThat(deletion.getAttribute("data-at"))
            .isEqualTo(announced.path("deletesAt").asText());
        assertThat(deletion.textContent()).contains("21 лютого 2026").contains("через 8 днів");
        assertThat(anybody.faults()).isEmpty();
      }
      kabinet.untilTime("2026-02-21T09:00");
      main.open(address(kabinet, "home"));
      assertThat(kind(main)).isEqualTo("QUARANTINE");
      assertThat(bar(main)).contains("13 березня 2026");
      assertThat(main.page().locator(".k-bar a").getAttribute("href"))
          .isEqualTo("/client/deletion");
      main.open(address(kabinet, "deletion"));
      assertThat(main.page().locator(".k-bar a").getAttribute("href")).startsWith("mailto:");
      assertThat(main.open(address(kabinet, "invoices"))).isEqualTo(200);
    }
  }

  @Test
  void a_deletion_is_stopped_by_whom_the_policy_lets_also_from_the_block() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer lesia = kabinet.customer("Леся");
    lesia.subscribes("base", Map.of());
    long second = lesia.adds("Ірина", "administrator@customer.example", "ADMINISTRATOR");
    long staff = lesia.adds("Петро", "staff@customer.example", "STAFF");
    kabinet.untilTime("2026-02-13T09:00");
    try (Person administrator = in(lesia, second, "uk");
        Person worker = in(lesia, staff, "uk")) {
      assertThat(worker.open(address(kabinet, "deletion"))).isEqualTo(200);
      assertThat(worker.page().textContent("main")).contains("21 лютого 2026");
      assertThat(worker.page().locator("[data-deletion] button").count()).isZero();
      assertThat(worker.faults()).isEmpty();

      assertThat(administrator.page().url()).endsWith("/client/pay");
      administrator.submit(".k-bar[data-kind=DELETION] a");
      assertThat(administrator.faults()).isEmpty();
      administrator.submit("[data-deletion] button");
      assertThat(administrator.page().textContent(".k-done")).isNotBlank();
      assertThat(administrator.page().locator(".k-bar[data-kind=DELETION]").count()).isZero();
      assertThat(administrator.faults()).isEmpty();
    }
    assertThat(rest().all("retention/cases?customer=" + lesia.id()).get(0).path("state").asText())
        .isEqualTo("CANCELLED");
  }

  private static String inRomanian(BigDecimal amount) {
    return String.format(Locale.forLanguageTag("ro"), "%,.2f", amount);
  }

  /** From the 10th (S3.15); who may pay still can (S3.20), and a part lifts nothing (S3.17). */
  private void allAreBlockedUntilAllIsPaid(Customer customer, List<Person> payers, Person worker) {
    Vendor vendor = customer.vendor();
    for (Person payer : payers) {
      payer.open(address(vendor, "home"));
      assertThat(payer.page().url()).endsWith("/client/pay");
      assertThat(kind(payer)).isEqualTo("BLOCKED");
      assertThat(bar(payer)).contains("19,00");
      moneyIsOpenTo(payer, vendor);
    }
    worker.open(address(vendor, "home"));
    assertThat(worker.page().url()).endsWith("/client/access");
    assertThat(kind(worker)).isEqualTo("BLOCKED");
    assertThat(bar(worker)).contains("10 грудня 2026").doesNotContain("19,00");
    assertThat(worker.page().textContent("main")).contains("Майстерня Admin").contains("Ірина");
    assertThat(worker.faults()).isEmpty();
    for (String page : List.of("services", "use")) { // the payer sees what it pays for
      worker.open(address(vendor, page));
      assertThat(worker.page().url()).as(page).endsWith("/client/access");
      payers.get(0).open(address(vendor, page));
      assertThat(payers.get(0).page().url()).as(page).endsWith("/client/" + page);
    }
    worker.open(address(vendor, "access"));
    asksOnce(worker, customer);

    customer.topsUp("18.99", "USD", "payment-card", "not all").ok(); // lifts nothing (S3.17)
    worker.open(address(vendor, "home"));
    assertThat(kind(worker)).isEqualTo("BLOCKED");
    customer.topsUp("0.01", "USD", "payment-card", "the rest").ok();
    for (Person anybody : Stream.concat(payers.stream(), Stream.of(worker)).toList()) {
      anybody.open(address(vendor, "home"));
      assertThat(anybody.page().url()).endsWith("/client/home");
      assertThat(anybody.page().locator(".k-bar").count()).isZero();
    }
  }

  /** The browser keeps the focus in the dialog, Esc closes it, and the page is there again. */
  private static void isAnsweredByKeyboard(Page page) {
    assertThat(page.locator("#reminder[open]").count()).isOne();
    for (int i = 0; i < 4; i++) {
      page.keyboard().press("Tab");
      Object outside =
          page.evaluate(
              "!document.activeElement.closest('dialog') && document.activeElement !=="
                  + " document.body");
      assertThat(outside).as("the page behind is out of reach").isEqualTo(false);
    }
    page.keyboard().press("Escape");
    assertThat(page.locator("#reminder[open]").count()).isZero();
    PlaywrightAssertions.assertThat(page.locator("#main")).isFocused();
  }

  private void asksOnce(Person worker, Customer customer) {
    worker.submit("#form button.k-primary");
    assertThat(worker.page().textContent(".k-done")).contains("завтра");
    assertThat(worker.page().locator("#form").count()).isZero();
    assertThat(worker.faults()).isEmpty();
    try (Database database = database()) {
      String mails = "select count(*) from outbox where topic = 'administrator.asked'";
      assertThat(database.number(mails + " and customer_id = ?", customer.id())).isOne();
    }
  }

  private void nothingIsSaidTo(Person worker, Vendor vendor) {
    worker.open(address(vendor, "home"));
    assertThat(worker.page().url()).endsWith("/client/home");
    assertThat(worker.page().locator(".k-bar, #reminder").count()).isZero();
  }

  private void moneyIsOpenTo(Person payer, Vendor vendor) {
    Stream<String> ofBalance = vendor.code().equals("prim") ? Stream.of() : BALANCE.stream();
    for (String page : Stream.concat(MONEY.stream(), ofBalance).toList()) {
      assertThat(payer.open(address(vendor, page))).as(page).isEqualTo(200);
      assertThat(payer.page().url()).as(page).endsWith("/client/" + page);
    }
  }

  private static void agree(Subscription of, String role, String effect, Instant until) {
    assertThat(of.access(role).path("effect").asText()).isEqualTo(effect);
    assertThat(until(of, role)).isEqualTo(until);
  }

  private static Instant until(Subscription of, String role) {
    return Instant.parse(of.access(role).path("until").asText());
  }

  private static String kind(Person person) {
    return person.page().locator(".k-bar").first().getAttribute("data-kind");
  }

  private static Instant at(Person person) {
    return Instant.parse(person.page().locator(".k-bar").first().getAttribute("data-at"));
  }

  private static String bar(Person person) {
    return person.page().locator(".k-bar").first().textContent();
  }
}
