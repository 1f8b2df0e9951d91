package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Subscription;
import org.kontor.system.story.Vendor;

/** What is charged late is charged by the plan of its own day, whatever came since (QUALITY R8). */
@SystemTest
class PlanHistoryIT extends Story {

  @Test
  void missed_days_are_charged_by_the_plans_of_those_days() {
    try (Database database = database()) {
      Vendor intrum = Book.begin(rest(), "2026-03-01").vendor("intrum", TwoPlans.daily());
      Customer ivan = intrum.customer("Ivan");
      Subscription lite = ivan.subscribes("lite", Map.of());
      intrum.until("2026-03-04");
      database.change("update customer set currency = 'EUR'");
      intrum.untilTime("2026-03-06T12:00");
      database.change("update customer set currency = 'RUB'");
      lite.changesTo("crm", Map.of()).ok();
      assertThat(ivan.chargedOn("2026-03-04")).isEqualByComparingTo("0");
      assertThat(parkedAccounts()).isEqualTo(1); // for two days
      intrum.until("2026-03-08");

      assertThat(parkedAccounts()).isZero(); // a later run has caught up

      assertThat(ivan.chargedOn("2026-03-03")).isEqualByComparingTo("30.00");
      assertThat(ivan.chargedOn("2026-03-04")).isEqualByComparingTo("30.00");
      assertThat(ivan.chargedOn("2026-03-05")).isEqualByComparingTo("30.00");
      assertThat(ivan.chargedOn("2026-03-06")).isEqualByComparingTo("99.67");
      assertThat(ivan.chargedOn("2026-03-07")).isEqualByComparingTo("99.67");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_missed_month_is_settled_by_the_plan_of_that_month() {
    try (Database database = database()) {
      Vendor kabinet = Book.begin(rest(), "2026-03-01").vendor("kabinet", TwoPlans.arrears());
      Customer zoya = kabinet.customer("Zoya");
      Subscription base = zoya.subscribes("base", Map.of());
      database.change("update customer set currency = 'EUR'");
      kabinet.until("2026-04-10");
      database.change("update customer set currency = 'USD'");
      assertThat(zoya.charges()).isEmpty();
      base.changesTo("plus", Map.of()).ok();
      kabinet.until("2026-05-01");

      assertThat(zoya.chargedOn("2026-04-01")).isEqualByComparingTo("19.00");
      assertThat(zoya.chargedOn("2026-05-01")).isEqualByComparingTo("39.00");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_month_that_is_invoiced_late_is_invoiced_by_the_plan_of_its_1st_S1_13() {
    try (Database database = database()) {
      Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
      Customer ana = prim.customer("Ana");
      Subscription start = ana.subscribes("start", Map.of());
      database.change("update customer set currency = 'EUR'");
      prim.until("2026-04-02");
      database.change("update customer set currency = 'RON'");
      start.changesTo("pro", Map.of()).ok();
      String path = "runs/" + april().path("id").asText();
      rest().post(path + "/parked/retry", "").ok();
      RunWatch.until(rest(), path, Set.of("COMPLETED"));
      prim.until("2026-05-01");

      assertThat(ana.invoiceOf("2026-04-02").path("net").asText()).isEqualTo("249.00");
      assertThat(ana.invoiceOf("2026-05-01").path("net").asText()).isEqualTo("549.00");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_month_that_was_parked_is_billed_with_the_next_one_S1_26() {
    try (Database database = database()) {
      Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
      Customer ana = prim.customer("Ana");
      ana.subscribes("start", Map.of());
      database.change("update customer set currency = 'EUR'");
      prim.until("2026-04-20");
      database.change("update customer set currency = 'RON'");
      prim.until("2026-05-02");

      assertThat(ana.invoiceOf("2026-05-01").path("net").asText()).isEqualTo("498.00");
      String path = "runs/" + april().path("id").asText();
      rest().post(path + "/parked/retry", "").ok();
      RunWatch.until(rest(), path, Set.of("COMPLETED"));
      assertThat(ana.invoices()).hasSize(2);
      prim.until("2026-06-01");
      assertThat(ana.invoiceOf("2026-06-01").path("net").asText()).isEqualTo("249.00");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  /** Cancelled while parked, repaired after the run that follows the end. */
  @Test
  void a_parked_month_of_who_left_is_billed_by_the_next_run_and_no_run_stays_parked_S1_26() {
    try (Database database = database()) {
      Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
      Customer ana = prim.customer("Ana");
      Subscription start = ana.subscribes("start", Map.of());
      database.change("update customer set currency = 'EUR'");
      prim.until("2026-04-02");
      start.cancels().ok();
      prim.until("2026-05-02");
      database.change("update customer set currency = 'RON'");
      assertThat(ana.invoices()).hasSize(1);
      prim.until("2026-06-02");

      assertThat(ana.invoiceOf("2026-06-01").path("net").asText()).isEqualTo("249.00");
      List<JsonNode> parked =
          rest().all("runs?kind=MONTHLY").stream()
              .filter(run -> run.path("state").asText().equals("COMPLETED_WITH_PARKED"))
              .toList();
      assertThat(parked).hasSizeGreaterThanOrEqualTo(2);
      for (JsonNode run : parked) {
        String path = "runs/" + run.path("id").asText();
        rest().post(path + "/parked/retry", "").ok();
        RunWatch.until(rest(), path, Set.of("COMPLETED"));
      }
      assertThat(parkedAccounts()).isZero();
      prim.until("2026-07-02");
      assertThat(ana.invoices()).hasSize(2);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void arrears_of_a_change_are_invoiced_when_the_customer_leaves_S1_13() {
    try (Database database = database()) {
      Pack pack =
          Pack.trusting("prim").with("change: NEXT_INVOICE  ", "change: NEXT_INVOICE_WITH_ARREARS");
      Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
      Customer ana = prim.customer("Ana");
      Subscription start = ana.subscribes("start", Map.of());
      prim.until("2026-03-05");
      start.changesTo("enterprise", Map.of()).ok();
      String arrears = start.changes().get(0).path("arrears").asText();
      assertThat(new BigDecimal(arrears)).isPositive();
      start.cancels().ok();
      prim.until("2026-05-02");

      assertThat(ana.invoiceOf("2026-04-01").path("net").asText()).isEqualTo(arrears);
      assertThat(ana.invoices()).hasSize(2);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void late_use_of_a_day_costs_what_that_day_cost_S2_7() {
    try (Database database = database()) {
      Book book = Book.begin(rest(), "2026-03-01");
      Vendor intrum = book.vendor("intrum", TwoPlans.daily());
      book.load(
          "intrum",
          TwoPlans.daily()
              .version(2, LocalDate.parse("2026-03-10"))
              .with("unitPrice: 2.35", "unitPrice: 5.00"));
      Customer ivan = intrum.customer("Ivan");
      Subscription crm = ivan.subscribes("crm", Map.of());
      Customer olga = intrum.customer("Olga");
      Subscription lite = olga.subscribes("crm", Map.of());
      intrum.untilTime("2026-03-05T12:00");
      lite.changesTo("lite", Map.of()).ok();
      intrum.untilTime("2026-03-10T12:00");
      correction(crm, "2026-03-09T09:00:00Z", 10).ok();
      correction(lite, "2026-03-04T09:00:00Z", 10).ok();
      intrum.until("2026-03-11");

      assertThat(late(ivan)).isEqualTo("23.50");
      assertThat(late(olga)).isEqualTo("23.50");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void late_messages_of_a_settled_month_cost_what_that_month_cost_S3_22() {
    try (Database database = database()) {
      Book book = Book.begin(rest(), "2026-03-01");
      Vendor kabinet = book.vendor("kabinet", Pack.trusting("kabinet"));
      book.load(
          "kabinet",
          Pack.trusting("kabinet")
              .version(2, LocalDate.parse("2026-04-01"))
              .with("unitPrice: 0.01", "unitPrice: 0.05"));
      Customer zoya = kabinet.customer("Zoya");
      Subscription base = zoya.subscribes("base", Map.of());
      kabinet.until("2026-04-10");
      Map<String, Object> fact =
          base.fact("messages", "late", Instant.parse("2026-03-15T09:00:00Z"), 1100);
      fact.put("correction", true);
      rest().post("usage-facts", fact).ok();
      kabinet.until("2026-05-01");

      assertThat(late(zoya)).isEqualTo("1.00"); // 100 beyond the included 1000
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void late_messages_leave_the_included_ones_to_the_days_after_the_trial_S2_6() {
    try (Database database = database()) {
      Pack pack =
          new Pack(
                  Pack.trusting("kabinet")
                      .source()
                      .replaceFirst("trial:\n  days: 0", "trial:\n  days: 14"))
              .with("warnDays: []", "warnDays: [3]");
      Vendor kabinet = Book.begin(rest(), "2026-03-01").vendor("kabinet", pack);
      Customer zoya = kabinet.customer("Zoya");
      Subscription base = zoya.tries("base");
      kabinet.untilTime("2026-03-08T12:00");
      rest()
          .post(
              "usage-facts", base.fact("messages", "t", Instant.parse("2026-03-04T10:00:00Z"), 900))
          .ok();
      base.converts().ok();
      kabinet.until("2026-04-10");
      Map<String, Object> fact =
          base.fact("messages", "late", Instant.parse("2026-03-19T10:00:00Z"), 1200);
      fact.put("correction", true);
      rest().post("usage-facts", fact).ok();
      kabinet.until("2026-05-01");

      assertThat(late(zoya)).as("200 beyond the included 1000").isEqualTo("2.00");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void an_option_that_is_gone_is_settled_by_the_plan_and_version_it_was_on_under_S3_26() {
    try (Database database = database()) {
      Book book = Book.begin(rest(), "2026-03-01");
      Vendor kabinet = book.vendor("kabinet", TwoPlans.arrears());
      Customer zoya = kabinet.customer("Zoya");
      Subscription moved = zoya.subscribes("base", Map.of("integration-prom", 1));
      Customer yuri = kabinet.customer("Yuri");
      Subscription less = yuri.subscribes("base", Map.of("integration-checkbox", 1));
      kabinet.until("2026-03-10");
      less.changesTo(null, Map.of("integration-checkbox", 0)).ok();
      kabinet.until("2026-03-15");
      moved.changesTo("plus", Map.of()).ok();
      kabinet.until("2026-03-17");
      Pack shorter =
          new Pack(TwoPlans.arrears().source().replaceAll(".*code: integration-checkbox.*\n", ""));
      book.load("kabinet", shorter.version(2, LocalDate.parse("2026-03-20")));
      kabinet.until("2026-04-01");

      assertThat(parkedAccounts()).isZero();
      assertThat(zoya.chargedOn("2026-04-01")).isEqualByComparingTo("44.00");
      assertThat(yuri.chargedOn("2026-04-01")).isEqualByComparingTo("23.00");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_version_may_not_begin_on_a_day_that_is_invoiced() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor prim = book.vendor("prim", Pack.trusting("prim"));
    prim.customer("Ana").subscribes("start", Map.of());
    Pack next = Pack.trusting("prim").version(2, LocalDate.parse("2026-03-01"));
    assertThat(
            rest()
                .call(
                    "POST",
                    "policy-packs?as=prim",
                    next.source(),
                    Map.of("Content-Type", "application/yaml"))
                .status())
        .isEqualTo(422);
    book.load("prim", next.version(2, LocalDate.parse("2026-03-02")));
  }

  @Test
  void units_counted_too_much_are_taken_back_by_a_correction_S2_7() {
    try (Database database = database()) {
      Vendor intrum = Book.begin(rest(), "2026-03-01").vendor("intrum", TwoPlans.daily());
      Customer ivan = intrum.customer("Ivan");
      Subscription crm = ivan.subscribes("crm", Map.of());
      intrum.untilTime("2026-03-03T12:00");
      crm.uses("sms", 1000).ok();
      intrum.untilTime("2026-03-05T12:00");
      assertThat(correction(crm, "2026-03-03T09:00:00Z", -1001).status()).isEqualTo(422);
      correction(crm, "2026-03-03T09:00:00Z", -900).ok();
      intrum.until("2026-03-06");

      assertThat(late(ivan)).isEqualTo("-2115.00");
      assertThat(correction(crm, "2026-03-03T09:00:00Z", -101).status()).isEqualTo(422);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  private Answer correction(Subscription subscription, String at, long quantity) {
    Map<String, Object> fact =
        subscription.fact("sms", "late" + quantity, Instant.parse(at), quantity);
    fact.put("correction", true);
    return rest().post("usage-facts", fact);
  }

  private static String late(Customer customer) {
    return customer.charges().stream()
        .filter(charge -> charge.path("itemCode").asText().startsWith("late:"))
        .map(charge -> charge.path("amount").asText())
        .collect(Collectors.joining(" "));
  }

  private JsonNode april() {
    return rest().all("runs?kind=MONTHLY").stream()
        .filter(run -> run.path("date").asText().equals("2026-04-01"))
        .findFirst()
        .orElseThrow();
  }

  private int parkedAccounts() {
    return rest().get("summary").ok().path("vendors").get(0).path("parkedAccounts").asInt();
  }
}
