package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.Api;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** Statements and the instructions of transfers as PDF (PAGES C07, C10), from the pages. */
@SystemTest
class AccountPapersIT extends AtThePortal {

  private static final Pattern SEAL = Pattern.compile("eyJ[\\w.\\s-]+?(?=\\n[^\\n]*·)");

  @Test
  void a_statement_has_all_movements_of_its_days_and_its_seal_can_be_checked_by_anybody()
      throws IOException {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    intrum.until("2026-07-03");
    try (Person person = main(ivan, "ru")) {
      person.open(address(intrum, "movements?from=2026-06-01&to=2026-06-30"));
      assertThat(person.faults()).isEmpty();
      assertThat(person.faultsAtEachWidth()).isEmpty();
      String link = person.page().getAttribute("#statement", "href");
      assertThat(link).isEqualTo("/client/statement?from=2026-06-01&to=2026-06-30");
      Fetched file = Fetched.by(person, link);
      assertThat(file.status()).isEqualTo(200);
      String words = file.words();
      assertThat(words)
          .contains("Выписка по счёту", "01.06.2026 – 30.06.2026", "Ключ", "Движений")
          .contains("01.06.2026 Платёж · банковский перевод 9 000,00 9 000,00")
          .contains("= на конец 6 009,90")
          .containsPattern("Страница \\d из \\d");
      assertThat(words.lines().filter(line -> line.contains("Списание"))).hasSize(30);
      JsonNode genuine = check(seal(words));
      assertThat(genuine.path("state").asText()).isEqualTo("GENUINE");
      JsonNode figures = genuine.path("figures");
      assertThat(figures.path("vendor").asText()).isEqualTo("intrum");
      assertThat(figures.path("from").asText()).isEqualTo("2026-06-01");
      assertThat(figures.path("movements").asInt()).isEqualTo(31);
      assertThat(Answer.decimal(figures.path("in"))).isEqualByComparingTo("9000.00");
      assertThat(Answer.decimal(figures.path("closing"))).isEqualByComparingTo("6009.90");
      assertThat(words).contains(figures.path("figures").asText());
      assertThat(exports("statement")).isEqualTo(1);

      String year = Fetched.by(person, address(intrum, "statement?from=&to=")).words();
      assertThat(year).contains("04.07.2025 – 03.07.2026");
      JsonNode all = check(seal(year)).path("figures");
      assertThat(Answer.decimal(all.path("closing"))).isEqualByComparingTo(ivan.balance());
      assertThat(Answer.decimal(all.path("opening"))).isEqualByComparingTo(BigDecimal.ZERO);
      staysTrueUntilItsKeyIsStolen(seal(words));
    }
  }

  private void staysTrueUntilItsKeyIsStolen(String seal) throws IOException {
    int dot = seal.indexOf('.');
    String altered = seal.substring(0, dot + 9) + "A" + seal.substring(dot + 10);
    assertThat(check(altered).path("state").asText()).isEqualTo("NOT_GENUINE");
    assertThat(check("no seal").path("state").asText()).isEqualTo("NOT_GENUINE");
    rest().post("statement-checks", Map.of()).refused("MISSING_VALUE");
    rest().post("statement-checks", Map.of("seal", "x".repeat(5_000))).refused("INVALID_VALUE");
    rest().post("access-keys/rotations", Map.of("withdraw", false)).ok();
    assertThat(check(seal).path("state").asText()).isEqualTo("GENUINE");
    rest().post("access-keys/rotations", Map.of("withdraw", true)).ok();
    JsonNode stolen = check(seal);
    assertThat(stolen.path("state").asText()).isEqualTo("KEY_WITHDRAWN");
    assertThat(stolen.has("figures")).isFalse();
  }

  private static String seal(String words) {
    Matcher seal = SEAL.matcher(words);
    assertThat(seal.find()).as(words).isTrue();
    return seal.group();
  }

  /** As somebody without any key. */
  private JsonNode check(String seal) {
    return new Api(kontor().base(), null)
        .post("statement-checks", Map.of("seal", seal))
        .expect(200)
        .json();
  }

  private long exports(String what) {
    return database()
        .number(
            "select count(*) from audit_entry where action = 'data.exported'"
                + " and detail like ?",
            "%" + what + "%");
  }

  @Test
  void what_no_statement_is_made_of_is_said_on_the_page() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    try (Person person = main(ivan, "ru")) {
      for (String days :
          List.of(
              "from=2024-01-01&to=2026-06-01",
              "to=2026-06-01",
              "from=2027-01-01",
              "from=2026-06-31")) {
        person.open(address(intrum, "statement?" + days));
        assertThat(person.page().url()).contains("/client/movements?");
        assertThat(person.page().textContent(".k-errors")).contains("не больше года");
        assertThat(person.faults()).isEmpty();
      }
      person.open(address(intrum, "movements?from=2026-06-01&to=2026-06-30&refused=many"));
      assertThat(person.page().textContent(".k-errors")).containsPattern("больше 5.000 движений");
      person.open(address(intrum, "movements?from=2026-06-01&to=2026-06-30&refused=x"));
      assertThat(person.page().locator(".k-errors").count()).isZero();
      assertThat(exports("statement")).isZero();
    }
  }

  @Test
  void five_thousand_movements_are_a_statement_and_one_more_is_too_many() throws IOException {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    database()
        .change(
            "insert into ledger_transfer (customer_id, business_date, source_id, leg, vendor_code,"
                + " debit_account, credit_account, amount_minor, currency, code, recorded_at)"
                + " select customer_id, business_date, 900000000 + n, leg, vendor_code,"
                + " debit_account, credit_account, 1, currency, code, recorded_at"
                + " from ledger_transfer, generate_series(1, 5000) n"
                + " where customer_id = ? and amount_minor = 900000",
            ivan.id());
    try (Person person = main(ivan, "ru")) {
      String days = "statement?from=2026-06-01&to=2026-06-01";
      person.open(address(intrum, days));
      assertThat(person.page().url()).endsWith("&refused=many");
      assertThat(person.page().textContent(".k-errors")).containsPattern("больше 5.000 движений");
      database().change("delete from ledger_transfer where source_id = 900005000");
      long before = System.nanoTime();
      Fetched file = Fetched.by(person, address(intrum, days));
      long millis = (System.nanoTime() - before) / 1_000_000;
      System.out.printf("a statement of 5,000 movements: %d ms%n", millis);
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.words()).contains("= на конец 9 049,99");
      assertThat(check(seal(file.words())).path("figures").path("movements").asInt())
          .isEqualTo(5_000);
    }
  }

  @Test
  void how_to_pay_is_there_as_a_file_also_while_the_service_is_stopped() throws IOException {
    Vendor prim = Book.begin(rest(), "2026-02-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    prim.until("2026-02-12");
    JsonNode invoice = ana.invoices().get(0);
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "pay"));
      person.submit("fieldset ~ button");
      assertThat(person.faults()).isEmpty();
      String link = person.page().getAttribute("#transfer", "href");
      assertThat(link).isEqualTo("/client/transfer?invoice=" + invoice.path("id").asLong());
      Fetched file = Fetched.by(person, link);
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.words())
          .contains("Transfer bancar", "RO16 BTRL RONC RT01 2345 6701")
          .contains(invoice.path("number").asText())
          .contains(invoice.path("payment").path("remittance").asText());
      assertThat(Fetched.by(person, address(prim, "transfer")).status()).isEqualTo(404);
      person.open(address(prim, "transfer?amount=1.2.3"));
      assertThat(person.page().url()).endsWith("/client/pay?amount=1.2.3");
      assertThat(Fetched.by(person, address(prim, "export?list=invoices&as=csv")).status())
          .as("data may not be taken out while something is owed (S1.37)")
          .isEqualTo(403);
      assertThat(Fetched.by(person, address(prim, "statement")).words())
          .as("what the payer owes is never kept from it (PAGES C10)")
          .contains("Extras de cont");
    }
  }

  @Test
  void programs_get_the_same_papers() throws IOException {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    intrum.until("2026-07-03");
    String papers = "customers/" + ivan.id() + "/";
    assertThat(paper(papers + "statement?from=2026-06-01&to=2026-06-30"))
        .contains("Выписка по счёту", "= на конец 6 009,90");
    assertThat(paper(papers + "statement")).contains("04.07.2025 – 03.07.2026");
    rest().get(papers + "statement?from=2024-01-01&to=2026-06-01").refused("INVALID_VALUE");
    rest().get(papers + "statement?to=2026-06-31").refused("INVALID_VALUE");
    assertThat(paper(papers + "transfer-instructions?amount=114.50")).contains("114,50");
    rest().get(papers + "transfer-instructions").refused("MISSING_VALUE");
    rest().get(papers + "transfer-instructions?invoice=1").refused("NOT_FOUND");
    rest().get(papers + "transfer-instructions?amount=1e9").refused("INVALID_VALUE");
    rest().get("customers/1/statement").refused("NOT_FOUND");
  }

  private String paper(String path) throws IOException {
    HttpResponse<byte[]> answer = rest().api().download(path);
    assertThat(answer.statusCode()).isEqualTo(200);
    return Fetched.words(answer.body());
  }

  @Test
  void a_transfer_in_euro_has_its_code_on_paper() throws IOException {
    Vendor presta = Book.begin(rest(), "2026-03-02").vendor("prestaimport");
    Customer tienda = presta.customer("Tienda");
    tienda.orders("gui-licence");
    tienda.orders("supplier-a");
    try (Person person = main(tienda, "es")) {
      person.open(address(presta, "pay"));
      person.submit("fieldset ~ button");
      String words = Fetched.by(person, person.page().getAttribute("#transfer", "href")).words();
      assertThat(words).contains("Escanee", "ES36 3081", "PI2026/000001", "PI2026/000002");
    }
  }

  @Test
  void a_withdrawal_reaches_keys_that_are_published_no_more() throws IOException {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    try (Person person = main(ivan, "ru")) {
      String page = address(intrum, "statement?from=2026-06-01&to=2026-06-01");
      String seal = seal(Fetched.by(person, page).words());
      rest().post("access-keys/rotations", Map.of("withdraw", false)).ok();
      intrum.until("2026-06-03");
      assertThat(rest().get("access-keys").ok().path("keys")).as("26 hours are over").hasSize(1);
      assertThat(check(seal).path("state").asText()).isEqualTo("GENUINE");
      assertThat(database().number("select count(*) from signing_key where sealed is not null"))
          .as("what signs no more has no private half")
          .isEqualTo(1);
      rest().post("access-keys/rotations", Map.of("withdraw", true)).ok();
      assertThat(check(seal).path("state").asText()).isEqualTo("KEY_WITHDRAWN");
      String anew = seal(Fetched.by(person, page).words());
      assertThat(check(anew).path("state").asText()).isEqualTo("GENUINE");
      Book.begin(rest(), "2026-05-01");
      assertThat(rest().get("access-keys").ok().path("keys"))
          .as("a node whose clock is behind does not publish what was withdrawn")
          .hasSize(1);
    }
  }

  @Test
  void what_cannot_be_sealed_is_refused_and_the_log_says_why_once() throws IOException {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    try (Person person = main(ivan, "ru")) {
      rest().post("access-keys/rotations", Map.of("withdraw", false)).ok();
      database().change("update signing_key set sealed = sealed || 'x' where sealed is not null");
      try {
        saysWhyNothingIsSealed(person, address(intrum, "statement"));
      } finally {
        rest().post("access-keys/rotations", Map.of("withdraw", false)).ok();
      }
      assertThat(Fetched.by(person, address(intrum, "statement")).status()).isEqualTo(200);
    }
  }

  private void saysWhyNothingIsSealed(Person person, String page) throws IOException {
    int before = Files.readString(kontor().serverLog()).length();
    for (int i = 0; i < 3; i++) {
      Fetched refused = Fetched.by(person, page);
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.text()).doesNotContain("kontor.keys.secret");
    }
    assertThat(Files.readString(kontor().serverLog()).substring(before).lines())
        .filteredOn(line -> line.contains("UNAVAILABLE: "))
        .singleElement()
        .asString()
        .contains("WARN", "was sealed with another secret than kontor.keys.secret")
        .contains("POST /access-keys/rotations");
  }
}
