package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** Subscriptions from their first day to their last, as staff and programs see them. */
@SystemTest(mail = true)
class SubscriptionLifeIT extends Story {

  @Test
  @Proves({"S1.2", "S1.6"})
  void S1_6_three_notices_precede_the_deletion_and_then_the_data_is_gone() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer beta = prim.customer("Beta");
    Subscription trial = beta.tries("start");
    trial.uses("external-documents", 12).ok();
    rest()
        .put(
            "customers/" + beta.id() + "/crm-accounts/one",
            Map.of("name", "One", "kinds", List.of("CLIENT"), "hasFile", true))
        .ok();

    prim.until("2026-03-15");
    try (Database database = database()) {
      assertThat(
              database.rows(
                  "select business_date from outbox where topic = 'trial.ending'"
                      + " and customer_id = ? order by 1",
                  beta.id()))
          .containsExactly(List.of("2026-03-08"), List.of("2026-03-12"), List.of("2026-03-14"));
      assertThat(database.number("select count(*) from outbox where topic = 'trial.deleted'"))
          .isEqualTo(1);
      for (String table : List.of("crm_account", "usage_day", "usage_fact")) {
        assertThat(
                database.number(
                    "select count(*) from " + table + " where customer_id = ?", beta.id()))
            .as(table)
            .isZero();
      }
    }
  }

  @Test
  @Proves("S1.2")
  void S1_2_the_other_reading_locks_the_trial_and_lets_it_be_converted_until_the_deletion() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor lock =
        book.vendor(
            "prim-lock",
            Pack.bundled("prim")
                .with("endAction: DELETE ", "endAction: LOCK_THEN_DELETE ")
                .with("lockDays: 0", "lockDays: 10"));
    Subscription converted = lock.customer("Late").tries("start");
    Subscription forgotten = lock.customer("Never").tries("start");

    lock.until("2026-03-16");
    shown(converted.shown()).has("state", "TRIAL").has("stoppedOn", "2026-03-15");
    converted.changesTo("pro", Map.of()).refused("WRONG_STATE");
    converted.converts().ok();
    lock.until("2026-03-25");
    assertThat(converted.state()).isEqualTo("ACTIVE");
    assertThat(forgotten.state()).isEqualTo("DELETED");
  }

  @Test
  @Proves({"S1.10", "S1.13", "S1.17"})
  void S1_17_a_preview_stores_nothing_and_what_waits_can_be_withdrawn_or_lapses_with_a_stop() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim", Pack.trusting("prim"));
    Subscription pro = prim.customer("Gamma").subscribes("pro", Map.of());

    JsonNode preview = pro.previewOf("start", Map.of("courier-fan", 1)).ok();
    shown(preview).has("accepted", "true").has("difference", "-265.00").has("restOfMonth", "0.00");
    assertThat(preview.path("steps")).hasSize(2);
    assertThat(pro.changes()).isEmpty();

    pro.changesTo("start", Map.of()).ok();
    String path = "subscriptions/" + pro.id() + "/changes/";
    assertThat(rest().delete(path + pro.changes().get(0).path("id")).status()).isEqualTo(204);
    shown(pro.changes().get(0)).has("state", "WITHDRAWN");
    pro.changesTo("pro", Map.of()).refused("INVALID_VALUE");

    pro.changesTo("start", Map.of()).ok();
    pro.stops("unpaid").ok();
    shown(pro.changes().get(1)).has("state", "LAPSED");
    prim.until("2026-04-01");
    shown(pro.shown()).has("plan", "pro");
  }

  @Test
  @Proves("S1.35")
  void S1_35_a_part_payment_does_not_bring_a_stopped_subscription_back() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer delta = prim.customer("Delta");
    Subscription start = delta.subscribes("start", Map.of());
    prim.until("2026-03-12");
    start.stops("unpaid").ok();

    delta.pays("301.28", "RON", "bank-transfer", "part").ok();
    start.restored().refused("WRONG_STATE");
    delta.pays("0.01", "RON", "bank-transfer", "rest").ok();
    start.restored().ok();
    shown(start.shown()).has("state", "ACTIVE").has("restoredOn", "2026-03-12");
  }

  @Test
  void a_cancelled_subscription_ends_with_the_paid_month() {
    Vendor prim = Book.begin(rest(), "2026-03-10").vendor("prim", Pack.trusting("prim"));
    Customer epsilon = prim.customer("Epsilon");
    Subscription start = epsilon.subscribes("start", Map.of());

    shown(start.cancels().ok()).has("endsOn", "2026-03-31").has("state", "ACTIVE");
    start.cancels().refused("WRONG_STATE");
    prim.until("2026-05-01");
    assertThat(start.state()).isEqualTo("ENDED");
    assertThat(epsilon.invoices()).hasSize(1);
  }

  @Test
  @Proves("S1.19")
  void S1_19_the_own_installation_is_set_up_before_its_plan() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    Customer zeta = prim.customer("Zeta");
    Subscription pro = zeta.subscribes("pro", Map.of());

    pro.changesTo("dedicated", Map.of()).refused("WRONG_STATE");
    try (Database database = database()) {
      database.change(
          "update customer set deployment = 'DEDICATED_MANAGED' where id = ?", zeta.id());
    }
    pro.changesTo("dedicated", Map.of()).ok();
    shown(pro.shown()).has("plan", "dedicated").has("deployment", "DEDICATED_MANAGED");
  }

  @Test
  @Proves("S1.34")
  void S1_34_many_begin_in_one_call_and_a_bad_one_does_not_stop_the_others() {
    Vendor prim = Book.begin(rest(), "2026-03-16").vendor("prim", Pack.trusting("prim"));
    Customer eta = prim.customer("Eta");
    JsonNode answer =
        rest()
            .post(
                "subscriptions/bulk",
                Map.of(
                    "subscriptions",
                    List.of(
                        eta.subscriptionRequest("start", false, Map.of("courier-fan", 1)),
                        eta.subscriptionRequest("gold", false, Map.of()),
                        eta.subscriptionRequest("pro", true, Map.of()))))
            .ok();

    shown(answer).has("created", "2").has("refused", "1");
    shown(answer.path("results").get(1))
        .has("code", "UNKNOWN_PLAN")
        .has("field", "subscriptions[1].plan");
    shown(eta.invoiceOf("2026-03-16")).has("net", "146.58"); // 16 of 31 days of 249.00 + 35.00
    assertThat(eta.invoices()).hasSize(1);
  }
}
