package org.kontor.system.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/**
 * Who is no longer a customer becomes nobody when the legal term of his papers is over, also where
 * nothing of him was ever deleted (STANDARDS D.6). Here a document is kept for 120 days.
 */
@SystemTest(mail = true)
class FormerCustomersIT extends Story {

  private static final String CANARY = "Canarul";
  private static final String CANCELLATION =
      "  cancellation: {effective: END_OF_PAID_MONTH, then: AS_AFTER_STOP}   # S1.36\n";
  private static final String TERM = "legalTerm: {years: 5, days: 0, from: JULY_AFTER_YEAR}";
  private static final String SHORT = "legalTerm: {years: 0, days: 120, from: DOCUMENT}";

  private Vendor prim(Pack pack) throws Exception {
    kontor().mail().reset();
    return Book.begin(rest(), "2026-03-01").vendor("prim", pack.with(TERM, SHORT));
  }

  @Test
  void a_subscription_that_simply_ended_leaves_no_name_when_the_term_is_over() throws Exception {
    Vendor prim = prim(Pack.bundled("prim").with(CANCELLATION, ""));
    Customer left = prim.customer(CANARY);
    Subscription start = left.subscribes("start", Map.of());
    Ends.data(left, start, rest());
    Customer stays = prim.customer("Stays");
    stays.subscribes("start", Map.of());
    pays(left, "March");
    start.cancels().ok();
    pays(stays, "March of who stays");
    prim.untilTime("2026-04-01T12:00");
    assertThat(start.state()).isEqualTo("ENDED");
    pays(stays, "April of who stays");
    prim.untilTime("2026-05-01T12:00");
    stays.pays("903.87", "RON", "bank-transfer", "May to July").ok();
    signsIn(left);
    prim.untilTime("2026-06-29T23:00");
    shown(left.invoiceOf("2026-03-01")).has("buyer.name", CANARY);
    assertThat(left.mainAdministrator()).as("people stay until then").isPositive();

    prim.untilTime("2026-06-30T00:05");
    shown(left.invoiceOf("2026-03-01")).has("buyer.name", "customer/" + left.id());
    shown(rest().get("customers/" + left.id()).ok())
        .has("name", "customer/" + left.id())
        .has("state", "CLOSED");
    shown(rest().get("number-series/prim/PRM/2026/chain").ok()).has("intact", "true");
    try (Database database = database()) {
      assertThat(Mentions.of(database, CANARY)).as("nowhere in the database").isEmpty();
      assertThat(Ends.rows(database, left)).isZero();
    }
    List<JsonNode> certificates = certificates(left);
    assertThat(certificates).hasSize(1);
    shown(certificates.get(0))
        .has("act", "PSEUDONYMS")
        .has("intact", "true")
        .has("content.counts.document", "1")
        .has("content.counts.person", "1")
        .has("content.counts.crm_account", "2")
        .has("content.counts.customer", "1");
    shown(stays.invoiceOf("2026-03-01")).has("buyer.name", "Stays");
    prim.until("2026-07-20");
    assertThat(certificates(left)).as("it is done once").hasSize(1);
  }

  @Test
  void where_the_policy_keeps_the_data_it_is_kept_for_the_term_only() throws Exception {
    Vendor prim = prim(Pack.bundled("prim").with("deleteData: true", "deleteData: false"));
    Customer closed = prim.customer(CANARY);
    Subscription start = closed.subscribes("start", Map.of());
    Ends.data(closed, start, rest());
    prim.untilTime("2026-05-12T00:05");
    shown(rest().get("customers/" + closed.id()).ok()).has("name", CANARY).has("state", "CLOSED");
    prim.untilTime("2026-06-29T23:00");
    try (Database database = database()) {
      assertThat(Ends.rows(database, closed)).isEqualTo(3);
    }
    shown(closed.invoiceOf("2026-03-01")).has("buyer.name", CANARY);
    prim.untilTime("2026-06-30T00:05");
    shown(closed.invoiceOf("2026-03-01")).has("buyer.name", "customer/" + closed.id());
    // Two months after it was found on 13 May that he has left
    prim.untilTime("2026-07-13T00:05");
    try (Database database = database()) {
      assertThat(Mentions.of(database, CANARY)).isEmpty();
      assertThat(Ends.rows(database, closed)).isZero();
    }
  }

  @Test
  void who_comes_back_or_is_held_by_staff_keeps_his_name() throws Exception {
    Vendor prim = prim(Pack.bundled("prim").with(CANCELLATION, ""));
    Customer back = prim.customer("Backer");
    Customer held = prim.customer("Holder");
    Subscription first = back.subscribes("start", Map.of());
    Subscription kept = held.subscribes("start", Map.of());
    pays(back, "of who comes back");
    pays(held, "of who is held");
    first.cancels().ok();
    kept.cancels().ok();
    prim.untilTime("2026-04-02T12:00");
    rest().put("retention/holds/" + kept.id(), Map.of("reason", "a lawsuit")).ok();
    Subscription second = back.subscribes("start", Map.of());
    prim.untilTime("2026-04-03T12:00");
    second.cancels().ok();
    String april = back.invoiceOf("2026-04-02").path("total").asText();
    back.pays(april, "RON", "bank-transfer", "April").ok();
    prim.untilTime("2026-07-15T12:00");
    shown(back.invoiceOf("2026-03-01")).has("buyer.name", "customer/" + back.id());
    // His second time is not over by law
    shown(rest().get("customers/" + back.id()).ok()).has("name", "Backer");
    shown(held.invoiceOf("2026-03-01")).has("buyer.name", "Holder");
    rest().delete("retention/holds/" + kept.id());
    prim.untilTime("2026-07-16T12:00");
    shown(held.invoiceOf("2026-03-01")).has("buyer.name", "customer/" + held.id());
  }

  @Test
  void who_only_bought_an_hour_of_support_is_gone_after_the_term_a_licence_keeps_its_owner()
      throws Exception {
    kontor().mail().reset();
    Pack pack =
        Pack.bundled("prestaimport")
            .with("legalTerm: {years: 6, days: 0, from: END_OF_YEAR}", SHORT);
    Vendor shop = Book.begin(rest(), "2026-03-01").vendor("prestaimport", pack);
    Customer hour = shop.customer(CANARY);
    Customer licence = shop.customer("Tienda");
    buys(hour, "support-hour");
    buys(licence, "gui-licence");
    shop.untilTime("2026-06-29T23:00");
    shown(hour.invoiceOf("2026-03-01")).has("buyer.name", CANARY);
    shop.untilTime("2026-06-30T00:05");
    shown(hour.invoiceOf("2026-03-01")).has("buyer.name", "customer/" + hour.id());
    shown(licence.invoiceOf("2026-03-01")).has("buyer.name", "Tienda");
    try (Database database = database()) {
      assertThat(Mentions.of(database, CANARY)).isEmpty();
    }
  }

  private static void buys(Customer customer, String product) {
    JsonNode invoice = customer.orders(product);
    customer
        .pays(invoice.path("total").asText(), "EUR", "bank-transfer", product + customer.id())
        .ok();
  }

  private static void pays(Customer customer, String key) {
    customer.pays("301.29", "RON", "bank-transfer", key).ok();
  }

  /** What a person has who uses the client area; it must not keep the person for ever. */
  private void signsIn(Customer customer) {
    try (Database database = database()) {
      long person = customer.mainAdministrator();
      database.change("insert into password (person_id, hash) values (?, 'x')", person);
      database.change(
          "insert into portal_session (id, person_id, token_hash, customer_id, address, agent)"
              + " values (1, ?, '\\x01', ?, '127.0.0.1', 'test')",
          person,
          customer.id());
      database.change(
          "insert into mailed_proof (id, person_id, customer_id, purpose, until_at)"
              + " values (1, ?, ?, 'INVITATION', now())",
          person,
          customer.id());
    }
  }

  private List<JsonNode> certificates(Customer customer) {
    return Rest.items(rest().get("retention/certificates?customer=" + customer.id()).ok());
  }
}
