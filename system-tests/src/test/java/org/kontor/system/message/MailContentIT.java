package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.MailServer.Mood;
import org.kontor.system.base.SystemTest;
import org.kontor.system.client.Browsing;
import org.kontor.system.client.Browsing.Person;
import org.kontor.system.client.security.Payloads;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** What stands in mails and notices, and what people typed stays what they typed. */
@SystemTest(mail = true)
class MailContentIT extends Story {

  private static final List<String> HOSTILE =
      List.of(
          "{{7*7}}",
          "${7*7}",
          "#{7*7}",
          "<#assign x=7>${x}",
          "{0} {customer}",
          "<script>alert(1)</script>",
          "\"><img src=x onerror=alert(1)>",
          "%s %n '{'");

  private MailServer mail;

  @BeforeEach
  void goodServer() throws Exception {
    mail = kontor().mail();
    mail.reset();
  }

  @Test
  @Proves("S5.2")
  void S5_2_an_invoice_is_mailed_with_its_pdf_by_itself_in_the_customers_language() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor presta = book.vendor("prestaimport");
    Vendor prim = book.vendor("prim");
    presta.untilTime("2026-03-02T10:00");
    Customer shop = presta.customer("Tienda Ñandú");
    Customer firm = prim.customer("Țesătorii Ștefan");
    JsonNode ordered = shop.orders("gui-licence");
    firm.subscribes("start", Map.of());
    settle(firm, "2026-03");
    prim.untilTime("2026-04-01T01:00");
    JsonNode monthly = firm.invoiceOf("2026-04-01");
    assertMailed(shop, ordered, "Factura " + number(ordered), "Vencimiento: ");
    assertMailed(firm, monthly, "Factura " + number(monthly), "Termen de plată: 11 aprilie 2026");
    MimeMessage mailed = theInvoice(firm, monthly);
    assertThat(Post.text(mailed))
        .contains("nu mai pot fi exportate", "Client: Țesătorii Ștefan", number(monthly));
    assertThat(Post.text(theInvoice(shop, ordered))).doesNotContain("exportar");
  }

  @Test
  @Proves("S1.38")
  void S1_38_who_has_not_paid_on_the_8th_is_reminded_that_export_ends_and_who_paid_is_not()
      throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer late = prim.customer("Late");
    Customer paid = prim.customer("Paid");
    late.subscribes("start", Map.of());
    paid.subscribes("start", Map.of());
    // What is due from March is out of the way
    settle(late, "2026-03");
    settle(paid, "2026-03");
    prim.untilTime("2026-04-07T23:00");
    mail.is(Mood.AWAY);
    prim.untilTime("2026-04-08T01:00");
    settle(paid, "2026-04");
    mail.is(Mood.GOOD);
    prim.untilTime("2026-04-08T03:00");
    String number = number(late.invoiceOf("2026-04-01"));
    List<MimeMessage> reminders =
        mail.taken().stream()
            .filter(one -> Post.subject(one).startsWith("Reamintire: factura"))
            .toList();
    assertThat(reminders).hasSize(1);
    assertThat(Post.text(reminders.get(0)))
        .contains(number, "12 aprilie 2026, 00:00 (UTC+3)", "nu mai pot fi exportate");
    assertThat(states(paid, "invoice.reminder")).containsExactly("CANCELLED");
    assertThat(states(late, "invoice.reminder")).containsExactly("SENT");
    assertThat(titles(late)).anyMatch(title -> title.startsWith("Reamintire: factura " + number));
    assertThat(titles(paid)).noneMatch(title -> title.startsWith("Reamintire"));
    prim.untilTime("2026-04-12T01:00");
    List<MimeMessage> stopped =
        mail.taken().stream()
            .filter(one -> Post.subject(one).startsWith("Acces restricționat"))
            .toList();
    assertThat(stopped).hasSize(1);
    assertThat(Post.text(stopped.get(0))).contains("datele nu pot fi exportate");
  }

  @Test
  @Proves("S1.38")
  void S1_38_a_vendor_who_lets_export_while_stopped_warns_of_nothing() {
    Pack pack =
        Pack.bundled("prim").with("exportWhileSuspended: false ", "exportWhileSuspended: true ");
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    prim.customer("Late").subscribes("start", Map.of());
    prim.untilTime("2026-03-12T01:00");
    assertThat(mail.taken())
        .extracting(Post::subject)
        .anyMatch(subject -> subject.startsWith("Factura"))
        .anyMatch(subject -> subject.startsWith("Reamintire: factura"))
        .anyMatch(subject -> subject.startsWith("Acces restricționat"));
    assertThat(mail.taken()).extracting(Post::text).noneMatch(text -> text.contains("exporta"));
  }

  @Test
  @Proves("S2.18")
  void S2_18_the_main_administrator_is_always_told_and_the_others_where_the_policy_says_so() {
    Book book = Book.begin(rest(), "2026-06-01");
    Pack everybody =
        Pack.bundled("intrum").with("otherAdministrators: false", "otherAdministrators: true");
    Vendor intrum = book.vendor("intrum");
    for (Vendor vendor : List.of(intrum, book.vendor("intrum-all", everybody))) {
      Customer anna = vendor.customer("Anna");
      for (String role : List.of("ADMINISTRATOR", "STAFF")) {
        String address = role + "@" + vendor.code() + ".example";
        rest()
            .post(
                "customers/" + anna.id() + "/people",
                Map.of("name", role, "email", address, "role", role, "language", "ru"))
            .ok();
      }
      anna.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    }
    intrum.until("2026-06-03");
    for (String vendor : List.of("intrum", "intrum-all")) {
      String owner = vendor + "." + Integer.toHexString("Anna".hashCode()) + "@customer.example";
      assertThat(told(owner)).as(owner).isEqualTo(1);
      assertThat(told("staff@" + vendor + ".example")).isZero();
    }
    assertThat(told("administrator@intrum.example")).isZero();
    assertThat(told("administrator@intrum-all.example")).isEqualTo(1);
    rest()
        .call(
            "POST",
            "policy-packs?as=intrum-mute",
            everybody.with("mainAdministrator: true,", "mainAdministrator: false,").source(),
            Map.of("Content-Type", "application/yaml"))
        .refused("POLICY_INVALID");
  }

  private long told(String address) {
    return mail.takenFor(address).stream()
        .filter(one -> Post.subject(one).startsWith("Средства на балансе закончились"))
        .count();
  }

  @Test
  @Proves({"S2.13", "S2.14"})
  void S2_13_S2_14_a_used_up_balance_is_told_once_in_the_crm_and_once_by_mail() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer ivan = intrum.customer("Иван");
    ivan.topsUp("100.00", "RUB", "bank-card", "first").ok();
    ivan.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    intrum.until("2026-06-02");
    assertThat(states(ivan, "balance.exhausted")).as("0.33 is not used up").isEmpty();
    assertThat(titles(ivan)).isEmpty();
    intrum.until("2026-06-05");
    assertThat(ivan.balance()).isEqualByComparingTo("-298.68");
    assertThat(states(ivan, "balance.exhausted")).containsExactly("SENT");
    assertThat(titles(ivan)).containsExactly("Средства на балансе закончились: -99,34 ₽");
    assertThat(exhausted()).hasSize(1);
    assertThat(Post.text(exhausted().get(0))).contains("ниже нуля с 2 июня 2026 г.", "пополните");

    ivan.topsUp("1000.00", "RUB", "bank-card", "second").ok();
    assertThat(titles(ivan)).as("it is not true any more").isEmpty();
    intrum.until("2026-06-20");
    assertThat(exhausted()).as("a second case").hasSize(2);
  }

  @Test
  void a_notice_is_shown_to_its_audience_until_put_away_or_no_longer_true() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer beta = prim.customer("Beta");
    var trial = beta.tries("start");
    long staff =
        rest()
            .post(
                "customers/" + beta.id() + "/people",
                Map.of("name", "S", "email", "s@beta.example", "role", "STAFF", "language", "ru"))
            .ok()
            .path("id")
            .asLong();
    prim.untilTime("2026-03-12T09:00");
    String mine = "customers/" + beta.id() + "/people/" + admin(beta) + "/notices";
    JsonNode shown = rest().get(mine).ok();
    assertThat(shown).hasSize(2);
    assertThat(shown.get(0).path("title").asText()).startsWith("Au mai rămas 3 zile");
    assertThat(rest().get("customers/" + beta.id() + "/people/" + staff + "/notices").ok())
        .isEmpty();
    rest().delete(mine + "/" + shown.get(0).path("id").asLong()).ok();
    assertThat(rest().get(mine).ok()).hasSize(1);
    rest().post("subscriptions/" + trial.id() + "/conversion", Map.of()).ok();
    assertThat(rest().get(mine).ok()).isEmpty();
  }

  @Test
  void what_people_typed_is_literal_in_every_part_of_a_mail_and_makes_no_header() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    for (String name : HOSTILE) {
      Map<String, Object> body = prim.request(name);
      body.put("reference", "H" + HOSTILE.indexOf(name));
      body.put("email", "h" + HOSTILE.indexOf(name) + "@hostile.example");
      body.put(
          "mainAdministrator",
          Map.of("name", name, "email", "h" + HOSTILE.indexOf(name) + "@hostile.example"));
      rest().post("customers", body).ok();
    }
    prim.book().until(prim.book().now().plusSeconds(60));
    for (String name : HOSTILE) {
      List<MimeMessage> mails = mail.takenFor("h" + HOSTILE.indexOf(name) + "@hostile.example");
      assertThat(mails).as(name).hasSize(1);
      assertThat(Post.text(mails.get(0))).contains("Client: " + name + " (H");
      assertThat(Post.html(mails.get(0))).doesNotContain("<script", "<img", "<#");
      assertThat(Post.html(mails.get(0)))
          .contains(
              name.replace("&", "&amp;")
                  .replace("<", "&lt;")
                  .replace(">", "&gt;")
                  .replace("\"", "&quot;")
                  .replace("'", "&#39;"));
    }
    assertThat(mail.sources())
        .allSatisfy(
            source -> {
              String head = source.substring(0, source.indexOf("\r\n\r\n"));
              assertThat(head.lines().filter(line -> line.startsWith("Subject:"))).hasSize(1);
              assertThat(head.lines().filter(line -> line.startsWith("To:"))).hasSize(1);
              assertThat(head).doesNotContainIgnoringCase("\nBcc:");
            });
  }

  /** QUALITY S2: in mails as they went through SMTP, shown by a browser without any policy. */
  @Test
  void no_payload_runs_in_a_mail_as_it_is_shown_and_each_is_literal() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Map<String, String> stored = new LinkedHashMap<>();
    for (String each : Payloads.names()) {
      String address = "p" + stored.size() + "@hostile.example";
      Map<String, Object> body = prim.request(each);
      body.put("reference", "P" + stored.size());
      body.put("email", address);
      body.put("mainAdministrator", Map.of("name", each, "email", address));
      Answer saved = rest().post("customers", body);
      if (saved.status() != 422) {
        stored.put(address, saved.ok().path("name").asText());
      }
    }
    assertThat(stored).hasSizeGreaterThan(Payloads.names().size() - 8);
    prim.book().until(prim.book().now().plusSeconds(60));
    List<String> ran = new ArrayList<>();
    try (Browsing browsing = Browsing.start();
        Person reader = browsing.unprotected("ro")) {
      reader.page().exposeFunction("zq9", arguments -> ran.add("ran"));
      reader.page().onDialog(dialog -> ran.add(dialog.message()));
      for (Map.Entry<String, String> sent : stored.entrySet()) {
        MimeMessage taken = mail.takenFor(sent.getKey()).get(0);
        reader.page().setContent(Post.html(taken));
        assertThat(Payloads.bare(reader.page().textContent("body")))
            .contains(Payloads.bare(sent.getValue()));
        assertThat(Payloads.bare(Post.text(taken))).contains(Payloads.bare(sent.getValue()));
      }
      assertThat(ran).isEmpty();
      reader.page().setContent("<img src='x' onerror='zq9()'>");
      Post.await(
          "what runs is noticed", () -> reader.page().evaluate("1") != null && !ran.isEmpty());
    }
  }

  @Test
  void an_address_that_would_be_a_header_is_refused() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    for (String address :
        List.of("a@x.example\r\nBcc: b@x.example", "a@x.example, b@x.example", "<a@x.example>")) {
      Map<String, Object> body = prim.request("Evil");
      body.put("email", address);
      assertThat(rest().post("customers", body).status()).as(address).isEqualTo(422);
    }
  }

  @Test
  void a_gateway_reports_a_bounce_and_a_person_sends_again() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer beta = prim.customer("Beta");
    prim.book().until(prim.book().now().plusSeconds(60));
    JsonNode sent = rest().all("customers/" + beta.id() + "/messages").get(0);
    Map<String, Object> report =
        Map.of("messageId", sent.path("messageId").asText(), "status", "5.1.1", "reason", "gone");
    for (int i = 0; i < 2; i++) {
      assertThat(rest().post("bounces", report).ok().path("state").asText()).isEqualTo("BOUNCED");
    }
    assertThat(rest().all("bounced-addresses?vendor=prim")).hasSize(1);
    long address = rest().all("bounced-addresses?vendor=prim").get(0).path("id").asLong();
    rest().delete("bounced-addresses/" + address).ok();
    String copies = "messages/" + sent.path("id").asLong() + "/copies";
    JsonNode again = rest().post(copies, Map.of()).ok();
    assertThat(again.path("messageId").asText()).isNotEqualTo(sent.path("messageId").asText());
    prim.book().until(prim.book().now().plusSeconds(60));
    assertThat(mail.taken()).hasSize(2).extracting(Post::id).doesNotHaveDuplicates();
    String text = rest().get("messages/" + again.path("id").asLong()).ok().path("text").asText();
    assertThat(text).contains("Numărul dvs. de client: Beta");
    assertThat(rest().post("bounces", Map.of("messageId", "<none@x>", "status", "5.1.1")).status())
        .isEqualTo(404);
    assertThat(rest().post("bounces", Map.of("messageId", "<none@x>", "status", "ok")).status())
        .isEqualTo(422);
  }

  private void assertMailed(Customer customer, JsonNode invoice, String subject, String text) {
    MimeMessage mailed = theInvoice(customer, invoice);
    assertThat(Post.subject(mailed)).startsWith(subject);
    assertThat(Post.text(mailed)).contains(text);
    assertThat(Post.files(mailed)).hasSize(1);
    assertThat(new String(Post.files(mailed).get(0), StandardCharsets.ISO_8859_1))
        .startsWith("%PDF-");
  }

  private MimeMessage theInvoice(Customer customer, JsonNode invoice) {
    List<MimeMessage> found =
        mail.taken().stream()
            .filter(one -> Post.subject(one).startsWith("Factura " + number(invoice)))
            .toList();
    assertThat(found).as("one mail for " + number(invoice) + " of " + customer.id()).hasSize(1);
    return found.get(0);
  }

  private List<MimeMessage> exhausted() {
    return mail.taken().stream()
        .filter(one -> Post.subject(one).startsWith("Средства на балансе закончились"))
        .toList();
  }

  private static String number(JsonNode invoice) {
    return invoice.path("number").asText();
  }

  private void settle(Customer customer, String month) {
    for (JsonNode invoice : customer.invoices()) {
      if (invoice.path("issueDate").asText().startsWith(month)) {
        String open = invoice.path("amountDue").asText();
        customer.pays(open, "RON", "bank-transfer", "pay-" + number(invoice)).ok();
      }
    }
  }

  private long admin(Customer customer) {
    return rest().get("customers/" + customer.id() + "/people").ok().get(0).path("id").asLong();
  }

  private List<String> titles(Customer customer) {
    JsonNode notices =
        rest().get("customers/" + customer.id() + "/people/" + admin(customer) + "/notices").ok();
    return notices.findValuesAsText("title").stream()
        .map(title -> title.replace('\u00a0', ' '))
        .toList();
  }

  private List<String> states(Customer customer, String topic) {
    return MailIT.states(
        rest().all("customers/" + customer.id() + "/messages").stream()
            .filter(message -> message.path("topic").asText().equals(topic))
            .toList());
  }
}
