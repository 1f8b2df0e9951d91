package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** Who may do what, through the running server: golden scenarios 1, 5, 6 and 7. */
@SystemTest
class AccessStoryIT extends Story {

  private static final List<String> ALL = List.of("FULL", "FULL", "FULL");
  private static final List<String> MAIN_ONLY = List.of("FULL", "BLOCKED", "BLOCKED");
  private static final List<String> NOBODY = List.of("BLOCKED", "BLOCKED", "BLOCKED");

  @Test
  @Proves({"S1.28", "S1.30", "S1.37", "S1.39"})
  void S1_28_golden_1_stopped_on_the_twelfth_and_back_when_the_arrears_are_paid() {
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim");
    Customer punctual = prim.customer("Punctual");
    Customer late = prim.customer("Late");
    Subscription inTime = punctual.subscribes("start", Map.of());
    Subscription stopped = late.subscribes("start", Map.of());
    String due = late.invoiceOf("2026-03-01").path("amountDue").asText();

    prim.untilTime("2026-03-11T23:59");
    assertThat(stopped.effects()).isEqualTo(ALL);
    shown(stopped.access("STAFF"))
        .has("export", "true")
        .has("until", "2026-03-11T22:00:00Z")
        .has("next.effect", "BLOCKED")
        .has("next.export", "false");
    punctual.pays(due, "RON", "bank-transfer", "in time").ok();

    prim.until("2026-03-12");
    assertThat(inTime.effects()).isEqualTo(ALL);
    assertThat(stopped.effects()).isEqualTo(NOBODY);
    shown(stopped.access("MAIN_ADMINISTRATOR"))
        .has("export", "false")
        .has("paymentPage", "true")
        .has("because.cause", "OVERDUE_INVOICE")
        .has("because.subject", late.invoiceOf("2026-03-01").path("number").asText())
        .has("because.since", "2026-03-11");
    assertThat(stopped.state()).isEqualTo("STOPPED");
    assertThat(inTime.state()).isEqualTo("ACTIVE");

    prim.untilTime("2026-05-11T12:00");
    assertThat(late.invoices()).as("nothing is invoiced while stopped").hasSize(1);
    late.pays("1.00", "RON", "bank-transfer", "a part").ok();
    assertThat(stopped.effects()).isEqualTo(NOBODY);
    late.pays(
            Answer.decimal(late.invoiceOf("2026-03-01").path("amountDue")).toPlainString(),
            "RON",
            "bank-transfer",
            "the rest")
        .ok();
    assertThat(stopped.effects()).isEqualTo(ALL);
    assertThat(stopped.state()).isEqualTo("ACTIVE");
    shown(stopped.cases().get(0)).has("closedReason", "PAID").has("stoppedService", "true");
  }

  @Test
  @Proves("S1.35")
  void S1_35_the_other_reading_lets_a_part_lift_the_stop_until_the_next_invoice_is_overdue() {
    Pack pack =
        Pack.bundled("prim")
            .with("partialPaymentLiftsStop: false", "partialPaymentLiftsStop: true");
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    Customer mara = prim.customer("Mara");
    Subscription shop = mara.subscribes("start", Map.of());
    prim.untilTime("2026-03-12T12:00");
    assertThat(shop.effects()).isEqualTo(NOBODY);
    mara.pays("1.00", "RON", "bank-transfer", "a part").ok();
    assertThat(shop.effects()).isEqualTo(ALL);
    prim.untilTime("2026-04-11T23:59");
    assertThat(shop.effects()).as("thirty nights later").isEqualTo(ALL);
    assertThat(shop.state()).isEqualTo("ACTIVE");
    prim.untilTime("2026-04-12T00:05");
    assertThat(shop.effects()).as("nothing is paid of April's").isEqualTo(NOBODY);
    shown(shop.cases().get(1)).has("beganOn", "2026-04-11");
  }

  @Test
  @Proves({"S2.16", "S2.17", "S2.20", "S2.21", "S2.22"})
  void S2_20_golden_5_the_new_year_break_defers_the_block_while_charges_go_on() {
    Vendor intrum = Book.begin(rest(), "2025-12-30").vendor("intrum");
    Customer ivan = intrum.customer("Ivan");
    ivan.topsUp("150.00", "RUB", "bank-card", "begin").ok();
    Subscription crm = ivan.subscribes("crm", Map.of());
    crm.uses("headcount", 5).ok();

    intrum.until("2026-01-01");
    assertThat(ivan.balance()).isEqualByComparingTo("-49.34"); // 30 and 31 December
    assertThat(crm.effects()).isEqualTo(ALL);
    JsonNode waiting = crm.access("STAFF");
    shown(waiting).has("until", "2026-01-12T21:00:00Z").has("next.effect", "BLOCKED");
    assertThat(waiting.path("skippedDays")).hasSize(12);
    intrum.untilTime("2026-01-12T23:59:59");
    assertThat(crm.effects()).isEqualTo(ALL);
    assertThat(ivan.charges()).hasSize(13);
    intrum.until("2026-01-13");
    assertThat(crm.effects()).isEqualTo(MAIN_ONLY);
    ivan.topsUp("5000.00", "RUB", "bank-card", "back").ok();
    assertThat(crm.effects()).isEqualTo(ALL);
  }

  @Test
  @Proves({"S2.24", "S2.28", "S2.29", "S2.30", "S2.32", "S2.34", "S2.36"})
  void S2_30_golden_6_a_promise_is_kept_and_a_new_debt_is_a_new_case() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer keeps = owingSince(intrum, "Keeps");
    Customer breaks = owingSince(intrum, "Breaks");
    Subscription kept = new Subscription(keeps, subscriptionOf(keeps));
    Subscription broken = new Subscription(breaks, subscriptionOf(breaks));

    intrum.until("2026-06-02");
    assertThat(kept.effects()).isEqualTo(MAIN_ONLY);
    intrum.untilTime("2026-06-02T10:05");
    JsonNode offer =
        rest()
            .get(
                "promises/offer?subscription="
                    + kept.id()
                    + "&person="
                    + keeps.mainAdministrator()
                    + "&days=3")
            .ok();
    assertThat(offer.path("endsAt").asText()).startsWith("2026-06-05T07:05:");
    shown(offer).has("owedNow", "99.67").has("dueAtEnd", "398.68");
    kept.promises(4).refused("INVALID_VALUE");
    kept.promises(3).ok();
    broken.promises(3).ok();
    assertThat(kept.effects()).isEqualTo(ALL);
    kept.promises(1).refused("PROMISE_TAKEN");

    intrum.untilTime("2026-06-04T18:00");
    assertThat(keeps.balance()).isEqualByComparingTo("-299.01"); // Monday to Wednesday
    keeps.topsUp("299.02", "RUB", "bank-card", "to 0.01").ok();
    shown(promisesOf(keeps).get(0)).has("state", "KEPT");
    intrum.until("2026-06-05");
    assertThat(kept.effects()).as("Thursday's charge is a new case").isEqualTo(MAIN_ONLY);
    assertThat(kept.cases()).hasSize(2);
    shown(kept.cases().get(1)).has("beganOn", "2026-06-04").has("closedReason", "");
    kept.promises(1).ok();

    intrum.untilTime("2026-06-05T10:00");
    assertThat(broken.effects()).isEqualTo(ALL);
    intrum.untilTime("2026-06-05T10:06");
    assertThat(broken.effects()).isEqualTo(MAIN_ONLY);
    shown(promisesOf(breaks).get(0)).has("state", "BROKEN").has("dueAtEnd", "398.68");
    broken.promises(1).refused("PROMISE_TAKEN");
  }

  @Test
  @Proves("S2.32")
  void S2_32_a_broken_promise_is_told_at_its_exact_end_and_in_the_order_of_the_ends() {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer first = owingSince(intrum, "First");
    Customer second = owingSince(intrum, "Second");
    Customer third = owingSince(intrum, "Third");
    intrum.untilTime("2026-06-02T10:05");
    new Subscription(second, subscriptionOf(second)).promises(2).ok();
    intrum.untilTime("2026-06-02T18:30");
    new Subscription(third, subscriptionOf(third)).promises(2).ok();
    new Subscription(first, subscriptionOf(first)).promises(1).ok();
    intrum.untilTime("2026-06-05T12:00"); // over all three ends and three nights at once
    try (Database database = database()) {
      assertThat(
              database.rows(
                  "select p.customer_id, o.created_at - p.ends_at between '0' and interval '30 seconds',"
                      + " o.business_date = (p.ends_at at time zone 'Europe/Moscow')::date"
                      + " from outbox o join access_promise p on p.id::text = o.key"
                      + " where o.topic = 'promise.broken' order by o.id"))
          .containsExactly(
              List.of(Long.toString(first.id()), "t", "t"),
              List.of(Long.toString(second.id()), "t", "t"),
              List.of(Long.toString(third.id()), "t", "t"));
      assertThat(
              database.number(
                  "select count(*) from access_promise where state = 'BROKEN'"
                      + " and settled_at = ends_at"))
          .isEqualTo(3);
    }
  }

  @Test
  @Proves("S2.24")
  void S2_24_a_run_that_is_hours_late_blocks_from_the_same_midnight() throws Exception {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer zoya = owingSince(intrum, "Zoya");
    Subscription crm = new Subscription(zoya, subscriptionOf(zoya));
    intrum.untilTime("2026-06-01T20:00");
    try (Database database = database()) {
      // Nobody works while nine hours pass
      database.change("update business_clock set offset_ms = offset_ms + 9 * 3600 * 1000");
    }
    Thread.sleep(1_500); // nodes read the clock anew each second
    intrum.untilTime("2026-06-02T05:30");

    JsonNode opened = crm.cases().get(0);
    shown(opened).has("beganOn", "2026-06-01");
    assertThat(Instant.parse(opened.path("openedAt").asText()))
        .as("booked hours after midnight")
        .isAfter(Instant.parse("2026-06-02T01:59:00Z"));
    assertThat(crm.effects()).isEqualTo(MAIN_ONLY);
    shown(crm.access("STAFF")).has("because.since", "2026-06-01").has("stage", "1");
  }

  @Test
  @Proves({"S3.11", "S3.12", "S3.13", "S3.14", "S3.15", "S3.17", "S3.18", "S3.20"})
  void S3_15_golden_7_restrictions_come_gradually_and_go_with_the_last_cent() {
    Vendor kabinet = Book.begin(rest(), "2026-11-01").vendor("kabinet");
    Customer olha = kabinet.customer("Olha");
    Subscription crm = olha.subscribes("base", Map.of());

    kabinet.untilTime("2026-12-03T12:00");
    assertThat(olha.balance()).isEqualByComparingTo("-19.00");
    assertThat(crm.effects()).isEqualTo(ALL);
    kabinet.untilTime("2026-12-04T00:01");
    assertThat(crm.effects()).isEqualTo(List.of("REMINDED", "REMINDED", "FULL"));
    kabinet.untilTime("2026-12-07T00:01");
    assertThat(crm.effects()).isEqualTo(List.of("PAYMENT_PAGE_ONLY", "PAYMENT_PAGE_ONLY", "FULL"));
    kabinet.until("2026-12-10");
    assertThat(crm.effects()).isEqualTo(NOBODY);
    shown(crm.access("ADMINISTRATOR")).has("paymentPage", "true");
    olha.topsUp("18.99", "USD", "payment-card", "nearly").ok();
    assertThat(crm.effects()).isEqualTo(NOBODY);
    olha.topsUp("0.01", "USD", "payment-card", "all").ok();
    assertThat(crm.effects()).isEqualTo(ALL);
    shown(crm.cases().get(0)).has("closedReason", "REPAID");
  }

  @Test
  @Proves("S2.35")
  void S2_35_of_sixty_four_promises_at_once_one_is_taken() throws Exception {
    Vendor intrum = Book.begin(rest(), "2026-06-01").vendor("intrum");
    Customer pavel = owingSince(intrum, "Pavel");
    Subscription crm = new Subscription(pavel, subscriptionOf(pavel));
    intrum.untilTime("2026-06-02T10:00");
    Map<String, Object> body = crm.promise(2);
    List<Callable<Answer>> calls = new ArrayList<>();
    for (int i = 0; i < 64; i++) {
      calls.add(() -> rest().post("promises", body));
    }
    ExecutorService pool = Executors.newFixedThreadPool(16);
    int taken = 0;
    try {
      for (Future<Answer> call : pool.invokeAll(calls)) {
        Answer answer = call.get();
        if (answer.status() == 201) {
          taken++;
        } else {
          answer.refused("PROMISE_TAKEN");
        }
      }
    } finally {
      pool.shutdown();
    }
    assertThat(taken).isEqualTo(1);
    assertThat(promisesOf(pavel)).hasSize(1);
    assertThat(crm.effects()).isEqualTo(ALL);
  }

  @Test
  void a_hold_and_a_transfer_that_is_under_way_defer_and_a_login_is_a_fact() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor vendor =
        book.vendor(
            "prim-transfer",
            Pack.bundled("prim")
                .with(
                    "lift: ALL_OVERDUE_PAID",
                    "transferNotice: {days: 2, workingDays: true}\n  lift: ALL_OVERDUE_PAID"));
    Customer mara = vendor.customer("Mara");
    Subscription shop = mara.subscribes("start", Map.of());
    vendor.untilTime("2026-03-12T09:00");
    assertThat(shop.effects()).isEqualTo(NOBODY);

    Map<String, Object> notice =
        Map.of("subscriptionId", shop.id(), "personId", mara.mainAdministrator());
    shown(rest().post("transfer-notices", notice).ok()).has("until", "2026-03-16T22:00:00Z");
    assertThat(shop.effects()).isEqualTo(ALL);
    rest().post("transfer-notices", notice).refused("ALREADY_EXISTS");
    vendor.until("2026-03-17");
    assertThat(shop.effects()).isEqualTo(NOBODY);

    Map<String, Object> hold =
        Map.of(
            "subscriptionId", shop.id(), "until", "2026-03-20T16:00:00Z", "reason", "bank called");
    JsonNode set = rest().post("access-holds", hold).ok();
    assertThat(shop.effects()).isEqualTo(ALL);
    shown(shop.access("STAFF")).has("because.cause", "HOLD").has("until", "2026-03-20T16:00:00Z");
    rest().post("access-holds", hold).refused("ALREADY_EXISTS");
    rest()
        .post("access-holds/" + set.path("id").asText() + "/end", Map.of("reason", "mistaken"))
        .ok();
    assertThat(shop.effects()).isEqualTo(NOBODY);

    Map<String, Object> question =
        Map.of("vendor", vendor.code(), "customer", "Mara", "product", "start", "role", "STAFF");
    shown(rest().post("access-decisions", question).ok()).has("effect", "BLOCKED");
    assertThat(logins(shop)).isEqualTo(1);
    rest()
        .get("access-decisions?subscription=" + shop.id() + "&role=STAFF&at=2025-01-01T00:00:00Z")
        .refused("BEFORE_BOOK");
    rest().get("access-decisions?subscription=" + shop.id()).refused("MISSING_VALUE");
    rest().get("access-decisions?subscription=1&role=STAFF").refused("NOT_FOUND");
    Map<String, Object> future = Map.of("subscriptionId", shop.id(), "at", "2026-04-01T00:00:00Z");
    rest().post("logins", future).refused("IN_THE_FUTURE");
    rest().post("promises", shop.promise(1)).refused("PROMISE_NOT_OFFERED");
  }

  /** Its first charge, of Monday 1 June, makes the balance negative. */
  @Test
  void a_login_is_written_down_also_where_a_missing_calendar_leaves_no_answer() {
    Vendor intrum = Book.begin(rest(), "2028-01-10").vendor("intrum");
    Customer lena = owingSince(intrum, "Lena");
    Subscription crm = new Subscription(lena, subscriptionOf(lena));
    intrum.untilTime("2028-01-12T12:00");
    Map<String, Object> staff = Map.of("subscriptionId", crm.id(), "role", "STAFF");
    assertThat(logins(crm)).isZero();
    rest().post("access-decisions", staff).refused("CALENDAR_MISSING");
    assertThat(logins(crm)).as("whatever the answer is").isEqualTo(1);
    Map<String, Object> main = Map.of("subscriptionId", crm.id(), "role", "MAIN_ADMINISTRATOR");
    shown(rest().post("access-decisions", main).ok()).has("effect", "FULL");
  }

  private static Customer owingSince(Vendor intrum, String name) {
    Customer customer = intrum.customer(name);
    customer.subscribes("crm", Map.of()).uses("headcount", 5).ok();
    return customer;
  }

  private long logins(Subscription subscription) {
    try (Database database = database()) {
      return database.number(
          "select count(*) from subscription_login where subscription_id = ?", subscription.id());
    }
  }

  private long subscriptionOf(Customer customer) {
    return rest().all("subscriptions?customer=" + customer.id()).get(0).path("id").asLong();
  }

  private List<JsonNode> promisesOf(Customer customer) {
    return rest().all("promises?customer=" + customer.id());
  }
}
