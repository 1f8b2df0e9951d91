package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Customer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Runs that wait for a person, and runs that fail: nobody else waits, and no word is lost. */
@SystemTest
class HeldRunIT extends Story {

  private static final int ACCOUNTS = 120;

  /** April asks for far more than March did. */
  private String heldMonth(Database database) {
    Vendor prim =
        BulkBook.monthly(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z", Pack.trusting("prim"));
    prim.until("2026-03-01");
    database.change("update billing_run set total_minor = documents where kind = 'MONTHLY'");
    prim.until("2026-04-01");
    JsonNode held =
        rest().all("runs?kind=MONTHLY").stream()
            .filter(run -> run.path("date").asText().equals("2026-04-01"))
            .findFirst()
            .orElseThrow();
    shown(held).has("state", "NEEDS_APPROVAL");
    return "runs/" + held.path("id").asText();
  }

  @Test
  void an_approval_holds_when_a_later_document_has_the_run_planned_anew() {
    try (Database database = database()) {
      String run = heldMonth(database);
      JsonNode held = rest().post("clock/advance", Map.of("days", 1)).ok().path("held");
      assertThat(held).hasSize(1);
      shown(held.get(0)).has("kind", "MONTHLY").has("date", "2026-04-01").has("vendor", "prim");
      assertThat(held.get(0).path("reason").asText()).isNotBlank();
      database.change("update number_series set last_issue_date = date '2026-04-03'");
      rest().post(run + "/approval", "").ok();
      shown(RunWatch.until(rest(), run, Set.of("COMPLETED")))
          .has("approvedBy", "bootstrap")
          .has("issued", Integer.toString(ACCOUNTS));
      assertThat(
              database.number("select count(*) from invoice where issue_date = date '2026-04-03'"))
          .isEqualTo(ACCOUNTS);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void of_people_who_approve_and_discard_at_the_same_time_one_decides() throws Exception {
    ExecutorService people = Executors.newFixedThreadPool(8);
    try (Database database = database()) {
      String run = heldMonth(database);
      CyclicBarrier together = new CyclicBarrier(8);
      List<Callable<Answer>> decisions = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        boolean approves = i % 2 == 0;
        decisions.add(
            () -> {
              together.await();
              return approves ? rest().post(run + "/approval", "") : rest().delete(run);
            });
      }
      List<Integer> statuses = new ArrayList<>();
      for (Future<Answer> answer : people.invokeAll(decisions)) {
        statuses.add(answer.get().status());
      }
      assertThat(statuses).filteredOn(status -> status < 300).hasSize(1);
      assertThat(statuses).allMatch(status -> status < 500);
    } finally {
      people.shutdown();
    }
  }

  @Test
  void a_run_that_fails_holds_back_nobody_else_and_is_done_when_it_can_be() {
    Book book = Book.begin(rest(), "2026-03-01");
    Vendor broken = book.vendor("aaa-first", Pack.trusting("prim"));
    Vendor sound = book.vendor("zzz-last", Pack.trusting("prim"));
    Customer ana = broken.customer("Ana");
    Customer bogdan = sound.customer("Bogdan");
    ana.subscribes("start", Map.of());
    bogdan.subscribes("start", Map.of());
    try (Database database = database()) {
      database.change(
          "alter table number_series add constraint boom check (vendor_code <> 'aaa-first'"
              + " or last_issue_date < date '2026-04-01')");
      try {
        rest().post("clock/advance", Map.of("to", "2026-04-20T12:00:00Z")).refused("RUN_FAILED");
        assertThat(bogdan.invoiceOf("2026-04-01").path("total").asText()).isEqualTo("301.29");
      } finally {
        database.change("alter table number_series drop constraint boom");
      }
      sound.until("2026-04-21");
      assertThat(ana.invoices()).hasSize(2);
      // As after a node that was down: the term to pay counts from the real day of issue (S1.27)
      shown(ana.invoiceOf("2026-04-20")).has("dueDate", "2026-04-30");
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }
}
