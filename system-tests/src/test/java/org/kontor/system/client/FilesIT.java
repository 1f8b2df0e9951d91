package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.microsoft.playwright.PlaywrightException;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** Lists of documents and movements, their files, and who gets to see them, in a real browser. */
@SystemTest
class FilesIT extends AtThePortal {

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
    try (Person person = main(ana, "ro")) {
      person.open(address(prim, "invoices"));
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(2);

      Fetched csv = Fetched.by(person, address(prim, "export?list=invoices&as=csv"));
      assertThat(csv.status()).isEqualTo(200);
      assertThat(csv.text()).startsWith("\uFEFF");
      List<String> lines = csv.text().lines().skip(1).toList();
      assertThat(lines).hasSize(2).allMatch(line -> line.split(";", -1).length == 10);
      BigDecimal listed =
          lines.stream()
              .map(line -> new BigDecimal(line.split(";")[6].replace(',', '.')))
              .reduce(BigDecimal.ZERO, BigDecimal::add);
      assertThat(listed).isEqualByComparingTo(sum);

      Fetched xlsx = Fetched.by(person, address(prim, "export?list=invoices&as=xlsx"));
      String sheet = xlsx.parts().get("xl/worksheets/sheet1.xml");
      assertThat(sheet).contains("state=\"frozen\"").doesNotContain("<f>");
      assertThat(sheet.split("<row ")).hasSize(4);
      assertThat(sheet).contains("<v>" + first.stripTrailingZeros().toPlainString());
      isInOneFile(person, prim);
      saysWhatIsNoFilter(person, prim);
      Fetched year = Fetched.by(person, address(prim, "export?list=invoices&as=csv&year=2025"));
      assertThat(year.text().lines()).hasSize(1);
      assertThat(Fetched.by(person, address(prim, "export?list=passwords&as=csv")).status())
          .isEqualTo(404);

      prim.until("2026-02-12");
      assertThat(Fetched.by(person, address(prim, "documents?year=2026")).status()).isEqualTo(403);
      Fetched refused = Fetched.by(person, address(prim, "export?list=invoices&as=csv"));
      assertThat(refused.status()).isEqualTo(403);
      assertThat(refused.text())
          .contains("facturilor neplătite", "href=\"/client/pay\"")
          .doesNotContain("/client/access");
      assertThat(person.open(address(prim, "invoices"))).isEqualTo(200);
      assertThat(person.page().locator(".k-files a").count()).isZero();
      assertThat(person.page().textContent(".k-files")).contains("facturilor neplătite");
    }
  }

  /** All documents of a year: two presses from their list (PAGES C08). */
  private void isInOneFile(Person person, Vendor vendor) throws IOException {
    person.page().selectOption("#year", "2026");
    person.submit("form[role=search] button");
    String link = person.page().getAttribute("#documents", "href");
    assertThat(link).isEqualTo("/client/documents?year=2026");
    Fetched zip = Fetched.by(person, address(vendor, "documents?year=2026"));
    assertThat(zip.status()).isEqualTo(200);
    assertThat(zip.parts().keySet()).containsExactly("PRM-2026-000002.pdf", "PRM-2026-000001.pdf");
    assertThat(zip.parts().values()).allMatch(pdf -> pdf.startsWith("%PDF-"));
    Fetched one = Fetched.by(person, address(vendor, "documents?number=000001"));
    assertThat(one.parts()).hasSize(1);
    assertThat(Fetched.by(person, address(vendor, "documents?year=2025")).status()).isEqualTo(404);
  }

  /** A filter that is none is said, with what is shown instead; no file is made of it. */
  private void saysWhatIsNoFilter(Person person, Vendor vendor) {
    // The browser complains of what was not there before
    person.faults();
    for (String page :
        List.of("invoices?", "export?list=invoices&as=csv&", "documents?number=PRM&")) {
      person.open(address(vendor, page + "year=abcd&state=paid"));
      assertThat(person.page().textContent(".k-errors"))
          .as(page)
          .contains("documentele din toți anii")
          .doesNotContain("toate stările");
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(1);
      person.open(address(vendor, page + "state=zzz&year=2026"));
      assertThat(person.page().textContent(".k-errors")).as(page).contains("toate stările");
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(2);
      assertThat(person.faults()).isEmpty();
    }
  }

  @Test
  void an_archive_that_is_torn_in_its_middle_does_not_look_whole() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-01-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    ana.subscribes("start", Map.of());
    try (Person person = main(ana, "ro");
        Connection owner = kontor().owner();
        Statement change = owner.createStatement()) {
      String address = address(prim, "documents?year=2026");
      assertThat(Fetched.by(person, address).parts()).hasSize(2);
      String first = ana.invoices().get(0).path("id").asText();
      change.execute(
          "update document_file set content = content || 'x'::bytea where invoice_id = " + first);
      assertThatThrownBy(() -> Fetched.by(person, address).parts())
          .as("the archive has no end, or the browser says that the file broke off")
          .isInstanceOfAny(IOException.class, PlaywrightException.class);
      change.execute(
          "update document_file set content = substring(content for length(content) - 1)"
              + " where invoice_id = "
              + first);
      assertThat(Fetched.by(person, address).parts()).hasSize(2);
    }
  }

  @Test
  void who_asks_while_too_many_files_are_made_is_told_when_to_come_again() throws SQLException {
    Vendor prim = Book.begin(rest(), "2026-01-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    try (Connection owner = kontor().owner();
        Statement insert = owner.createStatement()) {
      // More than the two mebibytes that the tests give to all files together
      insert.execute(
          "insert into person (id, vendor_code, email, name, language, created_at)"
              + " select 8000000000000000 + i, 'prim', i || '@carpat.example', repeat('n', 200),"
              + " 'ro', now() from generate_series(1, 12000) i");
      insert.execute(
          "insert into membership (id, customer_id, person_id, role)"
              + " select p.id, "
              + ana.id()
              + ", p.id, 'STAFF' from person p where p.id > 8000000000000000");
    }
    try (Person person = main(ana, "ro")) {
      Fetched refused = Fetched.by(person, address(prim, "export?list=people&as=csv"));
      assertThat(refused.status()).isEqualTo(503);
      assertThat(refused.header("Retry-After")).isEqualTo("60");
      assertThat(refused.text()).contains("prea multe fișiere").doesNotContain("încercări");
      Fetched all = Fetched.by(person, address(prim, "everything"));
      assertThat(all.status()).isEqualTo(503);
      assertThat(all.header("Retry-After")).isEqualTo("60");
      assertThat(all.text()).contains("prea multe fișiere");
      assertThat(exports()).as("nothing was taken out").isZero();
      assertThat(Fetched.by(person, address(prim, "export?list=invoices&as=csv")).status())
          .as("what was taken is given back")
          .isEqualTo(200);
      assertThat(exports()).isEqualTo(1);
    }
  }

  private long exports() {
    return database().number("select count(*) from audit_entry where action = ?", "data.exported");
  }

  @Test
  void nothing_is_sent_of_what_the_audit_cannot_keep() throws SQLException {
    Vendor prim = Book.begin(rest(), "2026-01-01").vendor("prim");
    Customer ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    try (Person person = main(ana, "ro");
        Connection owner = kontor().owner();
        Statement change = owner.createStatement()) {
      change.execute(
          "create function full_audit() returns trigger language plpgsql"
              + " as 'begin raise exception ''the audit is full''; end'");
      change.execute(
          "create trigger full_audit before insert on audit_entry for each row"
              + " when (new.action = 'data.exported') execute function full_audit()");
      try {
        for (String page :
            List.of(
                "export?list=invoices&as=csv", "everything", "documents?year=2026", "statement")) {
          Fetched none = Fetched.by(person, address(prim, page));
          assertThat(none.status()).as(page).isEqualTo(500);
          assertThat(none.header("Content-Disposition")).as(page).isNull();
        }
      } finally {
        change.execute("drop function full_audit() cascade");
      }
      Fetched all = Fetched.by(person, address(prim, "everything"));
      assertThat(all.status()).isEqualTo(200);
      assertThat(exports()).isEqualTo(1);
    }
  }

  @Test
  void movements_are_seen_by_months_and_by_days_and_the_file_agrees() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Ключ");
    ivan.topsUp("9000.00", "RUB", "bank-transfer", "t1").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    intrum.until("2026-07-03");
    try (Person person = main(ivan, "ru")) {
      person.open(address(intrum, "movements"));
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(2);
      person.submit("tbody tr:nth-child(2) a");
      assertThat(person.faults()).isEmpty();
      assertThat(person.page().locator("tbody tr").count()).isEqualTo(31);
      assertThat(person.page().textContent("tbody tr:first-child")).contains("6\u00a0009,90");
      Fetched csv = Fetched.by(person, address(intrum, "export?list=movements&as=csv"));
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
      for (String wrong :
          List.of("movements?from=2026-02-31", "use?month=2026-13", "movements?to=yesterday")) {
        person.open(address(intrum, wrong));
        String text = "Период в адресе — не дата";
        assertThat(person.page().textContent(".k-errors")).contains(text);
        person.open(
            address(
                intrum,
                wrong.startsWith("use")
                    ? "export?list=use&as=csv&month=2026-13"
                    : "export?list=movements&as=csv&" + wrong.substring(10)));
        assertThat(person.page().textContent(".k-errors")).as("no file").contains(text);
      }
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
    try (Person person = main(ana, "ro")) {
      Fetched file = Fetched.by(person, address(prim, "document?id=" + own));
      assertThat(file.status()).isEqualTo(200);
      assertThat(file.text()).startsWith("%PDF-");
      Fetched other = Fetched.by(person, address(prim, "document?id=" + foreign));
      Fetched none = Fetched.by(person, address(prim, "document?id=1"));
      assertThat(other.status()).isEqualTo(404);
      assertThat(other.text()).isEqualTo(none.text());
      person.open(address(prim, "pay?invoice=" + foreign));
      assertThat(person.page().locator(".k-pay").count()).isZero();
      assertThat(person.page().content()).doesNotContain("PRM-2026-000002");
    }
    try (Person person = joined(ana, "Ion", "STAFF", "ro")) {
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
              "documents?year=2026",
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
}
