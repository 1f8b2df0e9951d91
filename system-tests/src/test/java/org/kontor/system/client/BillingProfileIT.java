package org.kontor.system.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Page;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.MailServer.Mood;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Vendor;

/** To whom documents go, and which purchase order they name (PAGES C20). */
@SystemTest(mail = true)
class BillingProfileIT extends AtThePortal {

  private static final String FURTHER = "#form\\:furtherEmails";
  private static final String ORDER = "#form\\:purchaseOrderReference";
  private static final String BOOKS = "contabil@carpat.example";
  private static final String BOSS = "sef@carpat.example";

  private MailServer mail;
  private Vendor prim;
  private Customer ana;

  @BeforeEach
  void a_customer_with_an_invoice() throws Exception {
    mail = kontor().mail();
    mail.reset();
    prim = Book.begin(rest(), "2026-03-10").vendor("prim");
    ana = prim.customer("Carpat Textil");
    ana.subscribes("start", Map.of());
    pays(ana);
    prim.untilTime("2026-03-10T12:00");
  }

  @Test
  void documents_go_to_each_address_and_name_the_purchase_order_from_the_next_one_on()
      throws Exception {
    try (Person person = main(ana, "ro")) {
      Page page = person.page();
      whatIsWrongIsToldAndKept(person);
      page.fill(FURTHER, "Contabil@carpat.example\n" + BOSS + "\n" + BOOKS);
      person.submit("#form button");
      assertThat(page.textContent(".k-done")).contains("Următorul document");
      assertThat(page.inputValue(FURTHER)).isEqualTo(BOOKS + "\n" + BOSS);
      assertThat(page.inputValue(ORDER)).isEqualTo("PO 2026/118");
      assertThat(person.faultsAtEachWidth()).isEmpty();
      prim.until("2026-04-02");

      JsonNode april = ana.invoiceOf("2026-04-01");
      JsonNode march = ana.invoiceOf("2026-03-10");
      assertThat(april.path("purchaseOrderReference").asText()).isEqualTo("PO 2026/118");
      assertThat(march.has("purchaseOrderReference")).isFalse();
      eachHasItsOwn(april, march);
      assertThat(text(april)).contains("Referința comenzii PO 2026/118");
      assertThat(text(march)).doesNotContain("Referința comenzii");
      person.open(address(prim, "invoice?id=" + april.path("id").asLong()));
      assertThat(page.textContent("#order")).isEqualTo("PO 2026/118");
      assertThat(page.textContent("main")).contains(BOOKS, BOSS);
      assertThat(person.faultsAtEachWidth()).isEmpty();
      person.open(address(prim, "invoice?id=" + march.path("id").asLong()));
      assertThat(page.locator("#order").count()).isZero();
      assertThat(Fetched.by(person, address(prim, "everything")).parts().get("companie.csv"))
          .contains(BOOKS + ", " + BOSS, "PO 2026/118");
      thoseThatBounceAreTold(person);
    }
    try (Person reader = joined(ana, "Dan", "ADMINISTRATOR", "uk")) {
      reader.open(address(prim, "company"));
      assertThat(reader.page().textContent("main")).contains(BOSS, "PO 9");
      assertThat(reader.page().locator("#form").count()).isZero();
      assertThat(reader.faultsAtEachWidth()).isEmpty();
    }
  }

  private void whatIsWrongIsToldAndKept(Person person) {
    Page page = person.page();
    person.open(address(prim, "company"));
    page.fill(FURTHER, BOOKS + "\nfara-semn\nAna <ana@carpat.example>");
    page.fill(ORDER, "PO 2026/118");
    page.fill("#form\\:name", "");
    person.submit("#form button");
    assertThat(page.locator(".k-errors li").count()).as("all at once").isEqualTo(2);
    assertThat(page.textContent(".k-errors"))
        .contains("fara-semn", "Ana <ana@carpat.example>")
        .doesNotContain(BOOKS);
    assertThat(page.inputValue(FURTHER)).isEqualTo(BOOKS + "\nfara-semn\nAna <ana@carpat.example>");
    assertThat(page.inputValue(ORDER)).isEqualTo("PO 2026/118");
    assertThat(page.getAttribute(FURTHER, "aria-invalid")).isEqualTo("true");
    assertThat(person.faultsAtEachWidth()).isEmpty();
    page.fill("#form\\:name", "Carpat Textil");
    page.fill(FURTHER, "1@x.example, 2@x.example; 3@x.example\n4@x.example\n5@x.example\n6@x.eu");
    person.submit("#form button");
    assertThat(page.textContent(".k-errors")).contains("cel mult 5");
    assertThat(shown().path("furtherEmails")).isEmpty();
    assertThat(shown().path("purchaseOrderReference").asText()).isEmpty();
  }

  private void eachHasItsOwn(JsonNode april, JsonNode march) throws Exception {
    List<String> ids = new ArrayList<>();
    for (String address : List.of(ana.email(), BOOKS, BOSS)) {
      List<MimeMessage> taken =
          mail.takenFor(address).stream()
              .filter(one -> subject(one).contains(april.path("number").asText()))
              .toList();
      assertThat(taken).as(address).hasSize(1);
      ids.add(MailServer.header(taken.get(0), "Message-ID"));
    }
    assertThat(ids).doesNotHaveDuplicates();
    assertThat(recipients("invoice.issued")).containsExactly(BOOKS, ana.email(), ana.email(), BOSS);
    assertThat(mail.takenFor(BOSS))
        .as("what was issued before")
        .noneMatch(one -> subject(one).contains(march.path("number").asText()));
  }

  private void thoseThatBounceAreTold(Person person) {
    Page page = person.page();
    JsonNode sent =
        messages().stream()
            .filter(one -> one.path("recipient").asText().equals(BOOKS))
            .findFirst()
            .orElseThrow();
    rest()
        .post(
            "bounces",
            Map.of(
                "messageId", sent.path("messageId").asText(), "status", "5.1.1", "reason", "gone"))
        .ok();
    person.open(address(prim, "company"));
    assertThat(page.textContent(".k-notice-warn")).contains(BOOKS).doesNotContain(BOSS);
    assertThat(person.faultsAtEachWidth()).isEmpty();
    person.open(address(prim, "home"));
    assertThat(page.textContent(".k-notice-warn")).contains(BOOKS);

    // Somebody else changes the reference meanwhile; both changes stand
    person.open(address(prim, "company"));
    rest().put("customers/" + ana.id(), body("purchaseOrderReference", "PO 9")).ok();
    page.fill(FURTHER, BOSS);
    person.submit("#form button");
    assertThat(page.textContent(".k-done")).contains("altcineva");
    assertThat(page.inputValue(ORDER)).isEqualTo("PO 9");
    assertThat(shown().path("furtherEmails")).hasSize(1);
    assertThat(page.locator(".k-notice-warn").count()).isZero();

    // Both changed the list: somebody has to choose, and sees the lists
    rest().put("customers/" + ana.id(), body("furtherEmails", List.of(BOSS, "dan@x.eu"))).ok();
    page.fill(FURTHER, BOSS + "\nion@x.eu");
    person.submit("#form button");
    assertThat(page.textContent("[data-contested=furtherEmails]"))
        .contains(BOSS + ", dan@x.eu", BOSS + ", ion@x.eu");
    assertThat(person.faultsAtEachWidth()).isEmpty();
    page.check("#mine-furtherEmails");
    person.submit("#form button");
    assertThat(page.inputValue(FURTHER)).isEqualTo(BOSS + "\nion@x.eu");
  }

  @Test
  void programs_read_and_write_both_and_what_waits_for_an_address_taken_away_is_not_sent()
      throws Exception {
    String path = "customers/" + ana.id();
    rest().put(path, body("furtherEmails", List.of(BOOKS, BOSS))).ok();
    rest().put(path, body("purchaseOrderReference", "PO 1")).ok();
    assertThat(shown().path("furtherEmails")).as("left out, left alone").hasSize(2);
    refused(path, body("furtherEmails", List.of(BOOKS, "x")), "furtherEmails[1]");
    refused(
        path,
        body("furtherEmails", List.of("1@x.eu", "2@x.eu", "3@x.eu", "4@x.eu", "5@x.eu", BOSS)),
        "furtherEmails");
    refused(path, body("purchaseOrderReference", "9".repeat(51)), "purchaseOrderReference");
    assertThat(shown().path("purchaseOrderReference").asText()).isEqualTo("PO 1");

    mail.is(Mood.AWAY);
    prim.until("2026-04-02");
    Map<String, Object> moved = body("furtherEmails", List.of(BOSS));
    moved.put("email", "facturi@carpat.example");
    rest().put(path, moved).ok();
    mail.is(Mood.GOOD);
    prim.until("2026-04-03");
    String number = ana.invoiceOf("2026-04-01").path("number").asText();
    for (String address : List.of("facturi@carpat.example", BOSS)) {
      assertThat(mail.takenFor(address)).anyMatch(one -> subject(one).contains(number));
    }
    assertThat(mail.takenFor(BOOKS)).isEmpty();
    assertThat(messages())
        .filteredOn(one -> one.path("recipient").asText().equals(BOOKS))
        .isNotEmpty()
        .allMatch(one -> one.path("state").asText().equals("CANCELLED"));

    Map<String, Object> fresh = prim.request("Deva Lemn");
    fresh.put("furtherEmails", List.of(BOOKS));
    fresh.put("purchaseOrderReference", "D-7");
    Map<String, Object> other = prim.request("Olt Sticlă");
    other.put("furtherEmails", List.of("nicio adresă"));
    JsonNode result =
        rest().post("customers/bulk", Map.of("customers", List.of(fresh, other))).ok();
    assertThat(result.path("results").get(1).path("field").asText())
        .isEqualTo("customers[1].furtherEmails[0]");
    JsonNode deva = rest().all("customers?vendor=prim&reference=Deva%20Lemn").get(0);
    assertThat(deva.path("furtherEmails").get(0).asText()).isEqualTo(BOOKS);
    assertThat(deva.path("purchaseOrderReference").asText()).isEqualTo("D-7");
  }

  @Test
  void addresses_that_change_places_both_get_what_waits_and_a_warning_is_no_document()
      throws Exception {
    String path = "customers/" + ana.id();
    long ion = ana.adds("Ion Rus", BOOKS, "STAFF");
    rest().put(path, body("furtherEmails", List.of(BOOKS, BOSS))).ok();
    mail.is(Mood.AWAY);
    prim.until("2026-04-02");
    rest().put(path + "/people/" + ion + "/email", Map.of("email", "ion@x.example")).ok();
    Map<String, Object> moved = body("furtherEmails", List.of(ana.email()));
    moved.put("email", BOSS);
    rest().put(path, moved).ok();
    mail.is(Mood.GOOD);
    prim.until("2026-04-03");
    String number = ana.invoiceOf("2026-04-01").path("number").asText();
    for (String address : List.of(ana.email(), BOSS)) {
      assertThat(mail.takenFor(address))
          .filteredOn(one -> subject(one).contains(number))
          .as(address)
          .hasSize(1);
    }
    assertThat(mail.takenFor(BOOKS))
        .as("that it signs in nobody any more, and no document")
        .singleElement()
        .matches(one -> !subject(one).contains(number));
  }

  private void refused(String path, Map<String, Object> body, String field) {
    Answer answer = rest().put(path, body);
    answer.refused("INVALID_VALUE");
    assertThat(answer.body().path("field").asText()).isEqualTo(field);
  }

  /** The customer as it is requested, with one thing that is new. */
  private Map<String, Object> body(String name, Object value) {
    Map<String, Object> body = new HashMap<>(prim.request("Carpat Textil"));
    body.keySet()
        .retainAll(List.of("name", "registrationId", "vatId", "address", "email", "language"));
    body.put(name, value);
    return body;
  }

  private JsonNode shown() {
    return rest().get("customers/" + ana.id()).ok();
  }

  private List<JsonNode> messages() {
    return rest().all("customers/" + ana.id() + "/messages");
  }

  private List<String> recipients(String topic) {
    List<String> found = new ArrayList<>();
    for (JsonNode one : messages()) {
      if (one.path("topic").asText().equals(topic)) {
        found.add(one.path("recipient").asText());
      }
    }
    Collections.sort(found);
    assertThat(new TreeSet<>(found)).hasSize(3);
    return found;
  }

  private static String subject(MimeMessage mail) {
    try {
      return mail.getSubject();
    } catch (jakarta.mail.MessagingException e) {
      throw new IllegalStateException(e);
    }
  }

  private String text(JsonNode invoice) throws IOException {
    String path = "invoices/" + invoice.path("id").asLong() + "/pdf";
    byte[] file = kontor().api().download(path).body();
    try (PDDocument paper = Loader.loadPDF(file)) {
      return new PDFTextStripper().getText(paper).replaceAll("\\s+", " ");
    }
  }
}
