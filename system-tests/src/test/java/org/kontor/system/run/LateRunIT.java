package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Runs that come late or lose their plan. */
@SystemTest
class LateRunIT extends Story {

  @Test
  @Proves({"S1.26", "S1.27"})
  void S1_26_a_month_caught_up_after_newer_documents_is_dated_like_the_last_of_them() {
    try (Database database = database()) {
      Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
      Customer ana = prim.customer("Ana");
      ana.subscribes("start", Map.of());
      database.change("update number_series set last_issue_date = date '2026-04-03'");

      prim.until("2026-04-01");

      JsonNode invoice = ana.invoiceOf("2026-04-03");
      assertThat(invoice.path("period").path("from").asText()).isEqualTo("2026-04-01");
      assertThat(invoice.path("period").path("to").asText()).isEqualTo("2026-04-30");
      assertThat(invoice.path("dueDate").asText()).isEqualTo("2026-04-13");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  /** Somebody issues a later document between the plan and the numbering: it is planned anew. */
  @Test
  void a_series_that_moves_on_while_a_month_is_planned_dates_the_whole_month_anew()
      throws Exception {
    Months months = new Months(rest(), this::database);
    try (Database database = database()) {
      months.begin(database);
      months.advance(0);
      CompletableFuture<Void> call = CompletableFuture.runAsync(() -> months.advance(1));
      months.awaitWork(1, false);
      while (database.number("select count(*) from run_draft") == 0) {
        RunWatch.pause(1);
      }
      database.change("update number_series set last_issue_date = date '2026-04-03'");
      call.join();

      assertThat(months.complete(1).path("issued").asInt()).isEqualTo(Months.ACCOUNTS);
      assertThat(
              database.rows(
                  "select distinct issue_date, due_date, period_from, period_to from invoice where"
                      + " period_from = date '2026-04-01'"))
          .containsExactly(List.of("2026-04-03", "2026-04-13", "2026-04-01", "2026-04-30"));
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_parked_account_that_is_retried_after_a_later_document_is_billed_with_its_date() {
    try (Database database = database()) {
      Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
      Customer ana = prim.customer("Ana");
      ana.subscribes("start", Map.of());
      database.change("update customer set currency = 'EUR'");
      prim.until("2026-04-01");
      String run = "runs/" + monthly().path("id").asText();
      database.change("update customer set currency = 'RON'");
      database.change("update number_series set last_issue_date = date '2026-04-03'");

      rest().post(run + "/parked/retry", "").ok();

      JsonNode done = RunWatch.until(rest(), run, Set.of("COMPLETED"));
      assertThat(done.path("issued").asInt()).isEqualTo(1);
      assertThat(ana.invoiceOf("2026-04-03").path("period").path("from").asText())
          .isEqualTo("2026-04-01");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  /**
   * Whoever worked at a retry is gone: no watermark asks for it, the next look at the work does.
   */
  @Test
  void a_retry_that_nobody_works_at_any_more_is_taken_up_again() {
    try (Database database = database()) {
      Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
      prim.customer("Ana").subscribes("start", Map.of());
      database.change("update customer set currency = 'EUR'");
      prim.until("2026-04-01");
      database.change("update customer set currency = 'RON'");
      database.change(
          "update billing_run set state = 'PLANNING', finished_at = null, attempt = 2"
              + " where kind = 'MONTHLY'");
      database.change("update run_partition set cursor_id = from_id");

      prim.until("2026-04-02");

      assertThat(monthly().path("state").asText()).isEqualTo("COMPLETED");
      assertThat(monthly().path("issued").asInt()).isEqualTo(1);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_run_without_work_completes_and_one_that_cannot_be_is_refused() {
    Book.begin(rest(), "2026-03-01").vendor("prim", Pack.trusting("prim"));
    String dry = rest().post("runs", asked("MONTHLY", "2026-04-01", true)).ok().path("id").asText();
    RunWatch.until(rest(), "runs/" + dry, Set.of("PLANNED"));
    Map<String, Object> silent = Map.of("vendor", "prim", "kind", "CHANGES", "date", "2026-03-01");
    String real = rest().post("runs", silent).ok().path("id").asText();
    RunWatch.until(rest(), "runs/" + real, Set.of("COMPLETED"));
    rest().post("runs", asked("MONTHLY", "2026-02-01", false)).refused("BEFORE_BOOK");
    rest().post("runs", asked("DAILY", "2026-03-01", false)).refused("INVALID_VALUE");
  }

  private JsonNode monthly() {
    return rest().all("runs?kind=MONTHLY").stream()
        .filter(run -> run.path("date").asText().equals("2026-04-01"))
        .findFirst()
        .orElseThrow();
  }

  private static Map<String, Object> asked(String kind, String date, boolean dry) {
    return Map.of("vendor", "prim", "kind", kind, "date", date, "dry", dry);
  }
}
