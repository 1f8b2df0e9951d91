package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
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
      JsonNode parked =
          rest().all("runs?kind=MONTHLY").stream()
              .filter(run -> run.path("date").asText().equals("2026-04-01"))
              .findFirst()
              .orElseThrow();
      String path = "runs/" + parked.path("id").asText();
      rest().post(path + "/parked/retry", "").ok();
      RunWatch.until(rest(), path, Set.of("COMPLETED"));
      prim.until("2026-05-01");

      assertThat(ana.invoiceOf("2026-04-01").path("net").asText()).isEqualTo("249.00");
      assertThat(ana.invoiceOf("2026-05-01").path("net").asText()).isEqualTo("549.00");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  private int parkedAccounts() {
    return rest().get("summary").ok().path("vendors").get(0).path("parkedAccounts").asInt();
  }
}
