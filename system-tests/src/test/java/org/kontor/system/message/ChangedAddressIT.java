package org.kontor.system.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.MailServer;
import org.kontor.system.base.MailServer.Mood;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** A person gets another mail address: what waits follows, what bounced can be sent there. */
@SystemTest(mail = true)
class ChangedAddressIT extends Story {

  private static final String FRESH = "fresh.address@elsewhere.example";

  private MailServer mail;

  @BeforeEach
  void goodServer() throws Exception {
    mail = kontor().mail();
    mail.reset();
  }

  @Test
  void a_notice_of_deletion_that_bounced_is_proven_by_its_copy_to_the_new_address() {
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet");
    Customer olena = kabinet.customer("Olena");
    olena.topsUp("38.00", "USD", "payment-card", "two months").ok();
    Subscription base = olena.subscribes("base", Map.of());
    kabinet.untilTime("2026-02-20T12:00");
    mail.doesNotKnow(address(olena));
    kabinet.untilTime("2026-03-02T12:00");
    JsonNode bounced = mails(olena, "retention.notice").get(0);
    shown(bounced).has("state", "BOUNCED").has("recipient", address(olena));

    change(olena, "Olena.New@customer.example");
    JsonNode copy = rest().post("messages/" + bounced.path("id").asText() + "/copies", null).ok();
    shown(copy).has("recipient", "olena.new@customer.example");
    kabinet.untilTime("2026-03-02T12:05");
    assertThat(mail.takenFor("olena.new@customer.example")).hasSize(1);
    kabinet.untilTime("2026-03-03T00:05");
    JsonNode shown = rest().all("retention/cases?customer=" + olena.id()).get(0);
    JsonNode told = rest().get("retention/cases/" + shown.path("id").asText()).ok();
    shown(told.path("notices").get(0)).has("acceptedOn", "2026-03-02");
    shown(told).has("deletesOn", "2026-03-12");
    kabinet.untilTime("2026-03-12T00:05");
    assertThat(base.state()).as("told at the address that works").isEqualTo("DELETED");
    assertThat(mails(olena, "retention.notice").stream().map(m -> m.path("state").asText()))
        .as("the bounced one, its copy, 3 days and 1 day")
        .containsExactlyInAnyOrder("BOUNCED", "SENT", "SENT", "SENT");
  }

  @Test
  void what_waits_goes_to_the_new_address_and_the_old_one_is_told() throws Exception {
    mail.is(Mood.AWAY);
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer mill = prim.customer("Mill");
    Customer other = prim.customer("Other");
    String old = address(mill);
    try (Database database = database()) {
      database.change(
          "insert into mailed_proof (id, person_id, purpose, until_at)"
              + " values (1, ?, 'NEW_PASSWORD', now() + interval '1 hour')",
          mill.mainAdministrator());
    }
    change(mill, FRESH);
    try (Database database = database()) {
      assertThat(database.number("select count(*) from mailed_proof where used_at is null"))
          .as("a link in the mailbox before lets nobody in")
          .isZero();
    }
    assertThat(people(mill).get(0).path("email").asText()).isEqualTo(FRESH);
    change(mill, FRESH.toUpperCase(Locale.ROOT));
    mail.is(Mood.GOOD);
    prim.untilTime("2026-03-02T12:00");
    assertThat(mail.takenFor(old)).hasSize(1);
    assertThat(Post.subject(mail.takenFor(old).get(0))).startsWith("Adresa dvs. de e-mail");
    assertThat(mail.takenFor(FRESH)).as("the welcome").hasSize(1);

    email(mill, FRESH.replace("fresh", "x"), other.mainAdministrator()).refused("NOT_FOUND");
    email(mill, address(other), mill.mainAdministrator()).refused("ALREADY_EXISTS");
    email(mill, "no address", mill.mainAdministrator()).refused("INVALID_VALUE");
    email(mill, null, mill.mainAdministrator()).refused("MISSING_VALUE");
    try (Database database = database()) {
      assertThat(
              database.rows(
                  "select subject from audit_entry where action = 'person.email-changed'"))
          .containsExactly(List.of("customer/" + mill.id()));
    }
  }

  @Test
  void an_invoice_that_waits_goes_to_the_present_billing_address() throws Exception {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer mill = prim.customer("Mill");
    mail.is(Mood.AWAY);
    mill.subscribes("start", Map.of());
    Map<String, Object> body = prim.request("Mill");
    body.keySet()
        .retainAll(List.of("name", "registrationId", "vatId", "address", "email", "language"));
    body.put("email", "Facturi@mill.example");
    prim.untilTime("2026-03-01T12:00");
    rest().put("customers/" + mill.id(), body).ok();
    mail.is(Mood.GOOD);
    prim.untilTime("2026-03-01T13:00");
    shown(mails(mill, "invoice.issued").get(0))
        .has("recipient", "facturi@mill.example")
        .has("state", "SENT");
    assertThat(mail.takenFor("facturi@mill.example")).hasSize(1);
  }

  private void change(Customer customer, String address) {
    email(customer, address, customer.mainAdministrator()).ok();
  }

  private Answer email(Customer customer, String address, long person) {
    Map<String, Object> body = new HashMap<>();
    body.put("email", address);
    return rest().put("customers/" + customer.id() + "/people/" + person + "/email", body);
  }

  private String address(Customer customer) {
    return people(customer).get(0).path("email").asText();
  }

  private JsonNode people(Customer customer) {
    return rest().get("customers/" + customer.id() + "/people").ok();
  }

  private List<JsonNode> mails(Customer customer, String topic) {
    return rest().all("customers/" + customer.id() + "/messages").stream()
        .filter(message -> message.path("topic").asText().equals(topic))
        .toList();
  }
}
