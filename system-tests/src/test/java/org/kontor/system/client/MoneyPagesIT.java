package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.BrowserContext;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** What customers do about money, in a real browser. */
@SystemTest
class MoneyPagesIT extends Story {

  private static final String PASSWORD = "patru pisici pe acoperiș";

  private static Browsing browsing;

  @BeforeAll
  static void start() throws Exception {
    browsing = Browsing.start();
  }

  @AfterAll
  static void stop() {
    browsing.close();
  }

  @Test
  void a_promise_is_shown_whole_and_taken_once_from_two_tabs() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = blockedSince(intrum, "2026-06-03T10:05");
    try (Person person = invited(ivan, ivan.mainAdministrator(), "ru")) {
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
  void a_page_whose_memory_has_expired_is_shown_anew_and_nothing_was_done() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = blockedSince(intrum, "2026-06-03T10:05");
    try (Person person = invited(ivan, ivan.mainAdministrator(), "ru")) {
      person.open(address(intrum, "promise?days=1"));
      person
          .page()
          .context()
          .clearCookies(new BrowserContext.ClearCookiesOptions().setName("__Host-view"));
      person.submit("#form button.k-primary");
      assertThat(person.page().url()).endsWith("/client/promise");
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
    try (Person person = invited(olena, olena.mainAdministrator(), "uk")) {
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
    try (Person person = invited(olena, olena.mainAdministrator(), "uk")) {
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
    try (Person person = invited(mara, mara.mainAdministrator(), "ro")) {
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
    try (Person person = invited(tienda, tienda.mainAdministrator(), "es")) {
      person.open(address(presta, "pay"));
      person.submit("fieldset ~ button");
      assertThat(person.page().locator(".k-code svg").getAttribute("role")).isEqualTo("img");
      assertThat(person.faults()).isEmpty();
      assertThat(person.open(address(presta, "wallet"))).isEqualTo(404);
    }
  }

  @Test
  void files_open_with_the_sums_of_the_list_and_none_while_stopped() throws IOException {
    Vendor prim = Book.begin(rest(), "2026-01-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    prim.until("2026-01-05");
    BigDecimal first = Answer.decimal(ana.invoices().get(0).path("total"));
    ana.pays(first.toPlainString(), "RON", "bank-transfer", "p1").ok();
    prim.until("2026-02-05");
    BigDecimal sum =
        ana.invoices().stream()
            .map(invoice -> Answer.decimal(invoice.path("total")))
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    try (Person person = invited(ana, ana.mainAdministrator(), "ro")) {
      person.open(address(prim, "invoices"));
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(2);

      Fetched csv = fetch(person, address(prim, "export?list=invoices&as=csv"));
      assertThat(csv.status).isEqualTo(200);
      assertThat(csv.text()).startsWith("\uFEFF");
      List<String> lines = csv.text().lines().skip(1).toList();
      assertThat(lines).hasSize(2).allMatch(line -> line.split(";", -1).length == 10);
      BigDecimal listed =
          lines.stream()
              .map(line -> new BigDecimal(line.split(";")[6].replace(',', '.')))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(listed).isEqualByComparingTo(sum);

      Fetched xlsx = fetch(person, address(prim, "export?list=invoices&as=xlsx"));
      String sheet = part(xlsx.content, "xl/worksheets/sheet1.xml");
      assertThat(sheet).contains("state=\"frozen\"").doesNotContain("<f>");
      assertThat(sheet.split("<row ")).hasSize(4);
      assertThat(sheet).contains("<v>" + first.stripTrailingZeros().toPlainString());
      Fetched year = fetch(person, address(prim, "export?list=invoices&as=csv&year=2025"));
      assertThat(year.text().lines()).hasSize(1);
      assertThat(fetch(person, address(prim, "export?list=passwords&as=csv")).status)
          .isEqualTo(404);

      prim.until("2026-02-12");
      Fetched refused = fetch(person, address(prim, "export?list=invoices&as=csv"));
      assertThat(refused.status).isEqualTo(403);
      assertThat(refused.text()).contains("facturilor neplătite");
      assertThat(person.open(address(prim, "invoices"))).isEqualTo(200);
      assertThat(person.page().locator(".k-files a").count()).isZero();
      assertThat(person.page().textContent(".k-files")).contains("facturilor neplătite");
    }
  }

  @Test
  void movements_are_seen_by_months_and_by_days_and_the_file_agrees() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    intrum.until("2026-07-03");
    try (Person person = invited(ivan, ivan.mainAdministrator(), "ru")) {
      person.open(address(intrum, "movements"));
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(2);
      person.submit("tbody tr:nth-child(2) a");
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(31);
      assertThat(person.page().textContent("tbody tr:first-child")).contains("6\u00a0009,90");
      Fetched csv = fetch(person, address(intrum, "export?list=movements&as=csv"));
      List<String> lines = csv.text().lines().skip(1).toList();
      BigDecimal moved =
          lines.stream()
              .map(line -> new BigDecimal(line.split(";")[3].replace(',', '.')))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(lines).hasSize(33);
      assertThat(moved).isEqualByComparingTo(ivan.balance());
      person.open(address(intrum, "use?month=2026-06"));
      assertThat(person.page().textContent("main")).contains("Сотрудники в штате").contains("1-5");
      assertThat(person.faults()).isEmpty();
    }
  }

  @Test
  void what_is_of_another_customer_is_not_there_and_staff_is_refused_in_words() {
    Vendor prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    Customer dan = prim.customer("Dacia Birotică");
    dan.subscribes("start", Map.of());
    long own = ana.invoices().get(0).path("id").asLong();
    long foreign = dan.invoices().get(0).path("id").asLong();
    try (Person person = invited(ana, ana.mainAdministrator(), "ro")) {
      Fetched file = fetch(person, address(prim, "document?id=" + own));
      assertThat(file.status).isEqualTo(200);
      assertThat(new String(file.content, 0, 5, StandardCharsets.US_ASCII)).isEqualTo("%PDF-");
      Fetched other = fetch(person, address(prim, "document?id=" + foreign));
      Fetched none = fetch(person, address(prim, "document?id=1"));
      assertThat(other.status).isEqualTo(404);
      assertThat(other.text()).isEqualTo(none.text());
      person.open(address(prim, "pay?invoice=" + foreign));
      assertThat(person.page().locator(".k-pay").count()).isZero();
      assertThat(person.page().content()).doesNotContain("PRM-2026-000002");
    }
    long staff =
        rest()
            .post(
                "customers/" + ana.id() + "/people",
                Map.of("name", "Ion", "email", "ion@customer.example", "role", "STAFF"))
            .ok()
            .path("id")
            .asLong();
    try (Person person = invited(ana, staff, "ro")) {
      for (String page :
          List.of(
              "wallet",
              "pay",
              "promise",
              "invoices",
              "movements",
              "wallet.xhtml",
              "invoice?id=" + own,
              "document?id=" + own,
              "export?list=invoices&as=csv")) {
        assertThat(person.open(address(prim, page))).as(page).isEqualTo(403);
        assertThat(person.page().textContent("main")).contains("administratorii");
      }
      for (String page : List.of("home", "use", "profile")) {
        assertThat(person.open(address(prim, page))).as(page).isEqualTo(200);
      }
      assertThat(person.page().locator(".k-nav a").count()).isEqualTo(5);
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

  private Person invited(Customer customer, long person, String language) {
    String people = "customers/" + customer.id() + "/people/" + person;
    String link = rest().post(people + "/invitations", Map.of()).ok().path("link").asText();
    Person browser = browsing.person(language, Browsing.WIDE);
    browser.open(link);
    browser.page().fill("input[type=password]", PASSWORD);
    browser.submit("button.k-primary");
    assertThat(browser.page().url()).containsPattern("/client/(home|pay)$");
    return browser;
  }

  private String address(Vendor vendor, String page) {
    int port = kontor().base().getPort();
    return "http://" + vendor.code() + ".localhost:" + port + "/client/" + page;
  }

  /** Asks as the page does, with its session. */
  @SuppressWarnings("unchecked")
  private static Fetched fetch(Person person, String address) {
    Map<String, Object> answer =
        (Map<String, Object>)
            person
                .page()
                .evaluate(
                    "async a => { const r = await fetch(a); const b = new Uint8Array(await"
                        + " r.arrayBuffer()); let s = ''; b.forEach(x => s +="
                        + " String.fromCharCode(x)); return {status: r.status, body: btoa(s)}; }",
                    address);
    return new Fetched(
        ((Number) answer.get("status")).intValue(),
        Base64.getDecoder().decode((String) answer.get("body")));
  }

  private static String part(byte[] archive, String name) throws IOException {
    Path file = Files.createTempFile("export", ".xlsx");
    Files.write(file, archive);
    try (ZipFile zip = new ZipFile(file.toFile())) {
      return new String(
          zip.getInputStream(zip.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    } finally {
      Files.delete(file);
    }
  }

  /** An answer, whatever it is. */
  private record Fetched(int status, byte[] content) {

    String text() {
      return new String(content, StandardCharsets.UTF_8);
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Fetched that
          && status == that.status
          && Arrays.equals(content, that.content);
    }

    @Override
    public int hashCode() {
      return Arrays.hashCode(content);
    }

    @Override
    public String toString() {
      return status + " " + text();
    }
  }
}
