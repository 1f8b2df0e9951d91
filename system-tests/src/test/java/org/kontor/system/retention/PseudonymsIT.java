package org.kontor.system.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * What names a customer who is gone: addresses in the night after the purge, documents and record
 * when their legal term is over (STANDARDS D.6). Here a document is kept for 120 days.
 */
@SystemTest(mail = true)
class PseudonymsIT extends Story {

  private static final String CANARY = "Canarul";
  private static final String CHAIN = "number-series/prim/PRM/2026/chain";

  private Vendor prim;
  private Customer gone;

  @BeforeEach
  void a_vendor_with_a_short_term() throws Exception {
    kontor().mail().reset();
    Pack pack =
        Pack.bundled("prim")
            .with(
                "legalTerm: {years: 5, days: 0, from: JULY_AFTER_YEAR}",
                "legalTerm: {years: 0, days: 120, from: DOCUMENT}");
    prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    gone = prim.customer(CANARY);
  }

  @Test
  void a_customer_who_is_gone_is_nobody_when_the_legal_term_of_his_last_paper_is_over() {
    says(gone);
    Subscription start = gone.subscribes("start", Map.of());
    Customer stays = prim.customer("Stays");
    stays.subscribes("start", Map.of());
    stays.pays("301.29", "RON", "bank-transfer", "stays").ok();
    stays.pays("301.29", "RON", "bank-transfer", "stays, April").ok();
    JsonNode invoice = gone.invoiceOf("2026-03-01");
    String pdf = "invoices/" + invoice.path("id").asLong() + "/pdf";
    proves();
    prim.untilTime("2026-05-12T00:05");
    assertThat(new Ends(rest(), start).state()).isEqualTo("PURGED");
    assertThat(proofs()).as("what was sent to prove a payment goes with the purge").isZero();
    List<List<String>> sent = sent();
    assertThat(sent).isNotEmpty();
    addressesGoInTheNextNight(sent);
    refusedToSendAgain();
    prim.untilTime("2026-06-29T23:00");
    shown(gone.invoiceOf("2026-03-01"))
        .has("buyer.name", CANARY)
        .has("purchaseOrderReference", "PO " + CANARY);
    assertThat(rest().get(pdf).status()).isEqualTo(200);

    prim.untilTime("2026-06-30T00:05");
    JsonNode now = gone.invoiceOf("2026-03-01");
    shown(now)
        .has("buyer.name", "customer/" + gone.id())
        .has("buyer.email", "")
        .has("buyer.address.city", "")
        .has("buyer.address.country", "RO")
        .has("number", invoice.path("number").asText())
        .has("total", invoice.path("total").asText());
    assertThat(now.path("lines")).isEqualTo(invoice.path("lines"));
    rest().get(pdf).refused("DOCUMENT_PSEUDONYMISED");
    shown(rest().get("customers/" + gone.id()).ok())
        .has("name", "customer/" + gone.id())
        .has("state", "CLOSED");
    shown(stays.invoiceOf("2026-03-01")).has("buyer.name", "Stays");
    shown(rest().get(CHAIN).ok()).has("intact", "true");
    List<JsonNode> certificates = new Ends(rest(), start).certificates();
    shown(certificates.get(certificates.size() - 1))
        .has("act", "PSEUDONYMS")
        .has("intact", "true")
        .has("content.counts.document", "1")
        .has("content.counts.document_file", "1")
        .has("content.counts.customer", "1");
    assertThat(mentions()).as("nowhere in the database").isEmpty();
    assertThat(mentions(CANARY.toLowerCase(Locale.ROOT))).as("nor its addresses").isEmpty();
    assertThat(now.has("purchaseOrderReference")).isFalse();

    prim.until("2026-07-10");
    assertThat(new Ends(rest(), start).certificates()).hasSameSizeAs(certificates);
    aLaterChangeIsFound();
  }

  @Test
  void each_document_goes_in_its_own_night_and_a_credit_keeps_the_record() {
    Subscription start = gone.subscribes("start", Map.of());
    gone.pays("301.29", "RON", "bank-transfer", "March").ok();
    prim.untilTime("2026-06-12T00:05"); // April was never paid
    assertThat(new Ends(rest(), start).state()).isEqualTo("PURGED");
    prim.untilTime("2026-06-20T12:00");
    gone.pays("10.00", "RON", "bank-transfer", "too late").ok();
    prim.untilTime("2026-06-22T00:05");
    try (Database database = database()) {
      assertThat(database.number("select count(*) from message where recipient like '%@%'"))
          .as("what was told of it goes in the night after")
          .isZero();
    }
    prim.untilTime("2026-06-30T00:05");
    shown(gone.invoiceOf("2026-03-01")).has("buyer.name", "customer/" + gone.id());
    shown(gone.invoiceOf("2026-04-01")).has("buyer.name", CANARY);
    shown(rest().get(CHAIN).ok()).has("intact", "true").has("documents", "2");
    prim.untilTime("2026-07-31T00:05");
    shown(gone.invoiceOf("2026-04-01")).has("buyer.name", "customer/" + gone.id());
    prim.untilTime("2026-12-01T00:05");
    shown(rest().get("customers/" + gone.id()).ok()).has("name", CANARY);
    List<String> acts =
        new Ends(rest(), start)
            .certificates().stream().map(one -> one.path("act").asText()).toList();
    assertThat(acts).startsWith("DELETION", "PURGE", "PSEUDONYMS", "PSEUDONYMS", "PSEUDONYMS");
    try (Database database = database()) {
      assertThat(
              database.number(
                  "select count(*) from audit_entry where action = 'retention.pseudonymised'"))
          .isEqualTo(acts.size() - 2);
      assertThat(database.number("select count(*) from message where recipient like '%@%'"))
          .as("nor of the mail that confirmed what came too late")
          .isZero();
    }
  }

  @Test
  void a_trial_leaves_no_name_after_its_deletion_unless_he_begins_anew_before_that_night() {
    says(gone);
    gone.tries("start");
    Customer back = prim.customer("Backer");
    back.tries("start");
    prim.untilTime("2026-03-15T12:00");
    assertThat(state(gone)).isEqualTo("DELETED");
    shown(rest().get("customers/" + gone.id()).ok()).has("name", CANARY);
    back.tries("start");
    prim.untilTime("2026-03-16T12:00");
    shown(rest().get("customers/" + gone.id()).ok()).has("name", "customer/" + gone.id());
    assertThat(mentions(CANARY)).isEmpty();
    assertThat(mentions(CANARY.toLowerCase(Locale.ROOT))).isEmpty();
    shown(rest().get("customers/" + back.id()).ok()).has("name", "Backer").has("state", "ACTIVE");
  }

  /** Further addresses and a purchase order that name the customer. */
  private void says(Customer customer) {
    Map<String, Object> body = new HashMap<>(prim.request(CANARY));
    body.keySet()
        .retainAll(List.of("name", "registrationId", "vatId", "address", "email", "language"));
    body.put("furtherEmails", List.of("books@" + CANARY + ".example"));
    body.put("purchaseOrderReference", "PO " + CANARY);
    rest().put("customers/" + customer.id(), body).ok();
  }

  /** What was sent beside "I have paid"; the notice put nothing off. */
  private void proves() {
    prim.untilTime("2026-03-20T12:00");
    try (Database database = database()) {
      database.change(
          "insert into transfer_notice (case_id, subscription_id, given_at, until_at, over_at,"
              + " reference) select id, subscription_id, d, d, d, 'from Canarul' from access_case,"
              + " (select '2026-03-19T12:00Z'::timestamptz d) past");
      database.change(
          "insert into transfer_proof (case_id, subscription_id, name, media_type, sha256,"
              + " content, sent_at) select case_id, subscription_id, 'Canarul.pdf',"
              + " 'application/pdf', sha256('Canarul'), 'Canarul'::bytea, given_at from transfer_notice");
    }
    assertThat(proofs()).isPositive();
  }

  private long proofs() {
    try (Database database = database()) {
      return database.number("select count(*) from transfer_proof")
          + database.number("select count(*) from quarantined_row where kind = 'transfer_proof'");
    }
  }

  private String state(Customer customer) {
    return rest().all("subscriptions?customer=" + customer.id()).get(0).path("state").asText();
  }

  private void addressesGoInTheNextNight(List<List<String>> sent) {
    try (Database database = database()) {
      database.change(
          "insert into bounced_address (id, vendor_code, address, reason, bounced_at)"
              + " select 1, 'prim', lower(email), 'x', now() from customer where id = ?",
          gone.id());
    }
    prim.untilTime("2026-05-13T00:05");
    assertThat(sent()).as("that, when and how often it was sent").containsAll(sent);
    try (Database database = database()) {
      assertThat(
              database.rows(
                  "select recipient from message where customer_id = ? and recipient"
                      + " !~ '^(sha256:[0-9a-f]{64})?$'",
                  gone.id()))
          .isEmpty();
      assertThat(database.number("select count(*) from bounced_address")).isZero();
      assertThat(database.number("select count(*) from notice where customer_id = ?", gone.id()))
          .isZero();
      assertThat(database.number("select count(*) from message where recipient like '%@%'"))
          .as("of the other one")
          .isPositive();
    }
  }

  private void aLaterChangeIsFound() {
    try (Database database = database()) {
      database.change(
          "update invoice set buyer = replace(buyer, 'customer/', 'Somebody ') where customer_id ="
              + " ?",
          gone.id());
    }
    shown(rest().get(CHAIN).ok()).has("intact", "false").has("fault", "DIGEST");
  }

  private void refusedToSendAgain() {
    JsonNode message = rest().all("customers/" + gone.id() + "/messages").get(0);
    String path = "messages/" + message.path("id").asLong();
    assertThat(rest().get(path).ok().path("text").asText()).as("what it said").isNotBlank();
    rest().post(path + "/copies", Map.of()).refused("WRONG_STATE");
  }

  /** Topic, day and moment of each mail that was sent. */
  private List<List<String>> sent() {
    try (Database database = database()) {
      return database.rows(
          "select id, topic, business_date, sent_at, state from message where customer_id = ?"
              + " and state = 'SENT' order by id",
          gone.id());
    }
  }

  private List<String> mentions() {
    return mentions(CANARY);
  }

  private List<String> mentions(String word) {
    try (Database database = database()) {
      return Mentions.of(database, word);
    }
  }
}
