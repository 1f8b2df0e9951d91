package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
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
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Runs over five thousand accounts (QUALITY R4, R5). */
@SystemTest
class RunsIT extends Story {

  private static final int ACCOUNTS = 5000;

  /** Subscriptions of each plan number, by a damage of their own. */
  private static final Map<String, String> DAMAGES =
      Map.of(
          "update subscription set plan_code = 'gold' where id in (%s)",
          "update subscription set plan_code = 'start' where id in (%s)",
          "update customer set currency = 'GBP' where id in (select customer_id from subscription"
              + " where id in (%s))",
          "update customer set currency = 'RON' where id in (select customer_id from subscription"
              + " where id in (%s))",
          "update subscription_component set quantity = 90000000000"
              + " where component_code = 'courier-fan' and subscription_id in (%s)",
          "update subscription_component set quantity = 1"
              + " where component_code = 'courier-fan' and subscription_id in (%s)",
          "update subscription_component set quantity = 4000000000000000"
              + " where component_code = 'ecommerce-platforms' and subscription_id in (%s)",
          "update subscription_component set quantity = 2"
              + " where component_code = 'ecommerce-platforms' and subscription_id in (%s)");

  @Test
  void two_hundred_damaged_accounts_are_parked_and_billed_after_their_repair() {
    try (Database database = database()) {
      Vendor prim = BulkBook.monthly(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z");
      Map<String, String> damaged = damage(database);
      prim.until("2026-03-01");

      JsonNode run = onlyRun("MONTHLY");
      shown(run).has("state", "COMPLETED_WITH_PARKED").has("parked", "200").has("issued", "4800");
      String path = "runs/" + run.path("id").asLong();
      List<JsonNode> parked = rest().all(path + "/parked");
      assertThat(parked)
          .hasSize(200)
          .allSatisfy(one -> assertThat(one.path("detail").asText()).isNotBlank());
      Set<String> codes = new HashSet<>();
      parked.forEach(one -> codes.add(one.path("code").asText()));
      assertThat(codes)
          .containsExactlyInAnyOrder("UNKNOWN_PLAN", "WRONG_CURRENCY", "ABSURD_AMOUNT");
      assertThat(new Invariants(database).broken()).isEmpty();

      damaged.forEach((repair, ids) -> database.change(repair.formatted(ids)));
      rest().post(path + "/parked/retry", "").ok();
      shown(finished(path)).has("state", "COMPLETED").has("issued", "5000");
      assertThat(database.number("select count(distinct subscription_id) from invoice"))
          .isEqualTo(ACCOUNTS);
      assertThat(database.number("select count(*) from invoice where total_minor = 48642"))
          .isEqualTo(ACCOUNTS); // 249 + 2 × 59 + 35, and 21 % of it
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void a_run_that_parks_too_many_waits_for_a_person() {
    try (Database database = database()) {
      Pack strict = Pack.bundled("prim").with("maxParkedPercent: 5", "maxParkedPercent: 1");
      Vendor prim = BulkBook.monthly(rest(), database, 100, "2026-02-28T12:00:00Z", strict);
      database.change(
          "update customer set currency = 'GBP' where reference in ('C000007', 'C000008')");
      prim.until("2026-03-01");

      JsonNode run = onlyRun("MONTHLY");
      shown(run).has("state", "NEEDS_APPROVAL").has("parked", "2").has("issued", "0");
      assertThat(run.path("reason").asText()).contains("2.00 %").contains("1");
      String path = "runs/" + run.path("id").asLong();
      rest().post(path + "/approval", "").ok();
      shown(RunWatch.until(rest(), path, Set.of("COMPLETED_WITH_PARKED")))
          .has("issued", "98")
          .has("approvedBy", "bootstrap");
    }
  }

  /** Repairs with the subscriptions that they concern, fifty each. */
  private static Map<String, String> damage(Database database) {
    Map<String, String> repairs = new HashMap<>();
    int turn = 0;
    for (Map.Entry<String, String> damage : DAMAGES.entrySet()) {
      String ids =
          database.value(
              "select string_agg(id::text, ',') from (select id, row_number() over (order by id) as"
                  + " n from subscription) s where n % 100 = ?",
              11 + 20 * turn++);
      database.change(damage.getKey().formatted(ids));
      repairs.put(damage.getValue(), ids);
    }
    return repairs;
  }

  @Test
  void the_dry_run_of_a_month_equals_the_real_run_line_by_line() {
    try (Database database = database()) {
      Vendor prim = BulkBook.monthly(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z");
      JsonNode dry = dryRun("prim", "MONTHLY", "2026-03-01");
      List<List<String>> planned =
          database.rows(
              "select d.subscription_id, d.total_minor, d.due_date, l.line_no, l.item_code, l.name,"
                  + " l.quantity, l.unit_price, l.net_minor, l.vat_rate, l.period_from,"
                  + " l.period_to, l.explanation from run_draft d join invoice_line l on"
                  + " l.customer_id = d.customer_id and l.invoice_id = d.document_id where d.run_id"
                  + " = ?::bigint order by 1, 4",
              dry.path("id").asText());
      assertThat(planned).hasSize(3 * ACCOUNTS);
      assertThat(database.number("select count(*) from invoice")).isZero();

      prim.until("2026-03-01");
      List<List<String>> booked =
          database.rows(
              "select i.subscription_id, i.total_minor, i.due_date, l.line_no, l.item_code, l.name,"
                  + " l.quantity, l.unit_price, l.net_minor, l.vat_rate, l.period_from,"
                  + " l.period_to, l.explanation from invoice i join invoice_line l on"
                  + " l.customer_id = i.customer_id and l.invoice_id = i.id order by 1, 4");
      assertThat(booked).isEqualTo(planned);
      assertThat(rest().delete("runs/" + dry.path("id").asLong()).status()).isBetween(200, 204);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void the_dry_run_of_a_day_equals_the_real_run_line_by_line() {
    try (Database database = database()) {
      Vendor intrum = BulkBook.daily(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z");
      JsonNode dry = dryRun("intrum", "DAILY", "2026-02-28");
      String columns =
          "select subscription_id, item_code, name, period_from, period_to, quantity, amount_minor,"
              + " currency, explanation from ";
      List<List<String>> planned =
          database.rows(
              columns + "run_charge where run_id = ?::bigint order by 1, 2",
              dry.path("id").asText());
      assertThat(planned).hasSize(ACCOUNTS);
      assertThat(database.number("select count(*) from charge")).isZero();

      intrum.until("2026-03-01");
      assertThat(database.rows(columns + "charge order by 1, 2")).isEqualTo(planned);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  /** Charging books as it goes: the chunk that would exceed the bound is undone (QUALITY R5). */
  @Test
  void a_day_that_would_charge_far_more_than_the_last_one_waits_for_a_person() {
    try (Database database = database()) {
      Vendor intrum = BulkBook.daily(rest(), database, 200, "2026-02-28T12:00:00Z");
      intrum.until("2026-03-01");
      assertThat(database.number("select count(*) from billing_run where state = 'COMPLETED'"))
          .isPositive();
      long charged = database.number("select count(*) from charge");
      database.change("update billing_run set total_minor = documents where kind = 'DAILY'");

      intrum.until("2026-03-02");

      JsonNode held =
          rest().all("runs?kind=DAILY").stream()
              .filter(run -> run.path("state").asText().equals("NEEDS_APPROVAL"))
              .findFirst()
              .orElseThrow();
      assertThat(held.path("reason").asText()).contains("average");
      assertThat(database.number("select count(*) from charge")).isEqualTo(charged);
      String path = "runs/" + held.path("id").asText();
      rest().post(path + "/approval", "").ok();
      shown(finished(path)).has("state", "COMPLETED").has("approvedBy", "bootstrap");
      assertThat(database.number("select count(*) from charge")).isGreaterThan(charged);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  @Test
  void two_starts_of_the_same_run_at_the_same_time_are_one_run() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(4);
    try (Database database = database()) {
      BulkBook.monthly(rest(), database, ACCOUNTS, "2026-03-01T06:00:00Z");
      Map<String, Object> run =
          Map.of("vendor", "prim", "kind", "MONTHLY", "date", "2026-03-01", "dry", false);
      CyclicBarrier together = new CyclicBarrier(4);
      Callable<Answer> start =
          () -> {
            together.await();
            return rest().post("runs", run);
          };
      Set<String> ids = new HashSet<>();
      for (Future<Answer> answer : threads.invokeAll(List.of(start, start, start, start))) {
        if (answer.get().status() == 409) {
          answer.get().refused("RUN_ALREADY_OWNED");
        } else {
          ids.add(answer.get().ok().path("id").asText());
        }
      }
      // The server's own tick may have been the first; then all of them hear that it runs
      ids.add(onlyRun("MONTHLY").path("id").asText());
      assertThat(ids).hasSize(1);
      shown(finished("runs/" + ids.iterator().next()))
          .has("state", "COMPLETED")
          .has("issued", "5000")
          .has("attempt", "1");
      assertThat(database.number("select count(*) from billing_run")).isEqualTo(1);
      assertThat(database.number("select count(*) from invoice")).isEqualTo(ACCOUNTS);
      assertThat(new Invariants(database).broken()).isEmpty();
    } finally {
      threads.shutdown();
    }
  }

  private JsonNode dryRun(String vendor, String kind, String date) {
    Map<String, Object> asked = Map.of("vendor", vendor, "kind", kind, "date", date, "dry", true);
    Answer answer = rest().post("runs", asked);
    assertThat(answer.status()).as(answer.text()).isEqualTo(202);
    JsonNode run = finished("runs/" + answer.body().path("id").asLong());
    shown(run).has("state", "PLANNED").has("dry", "true").has("documents", "5000");
    return run;
  }

  private JsonNode onlyRun(String kind) {
    List<JsonNode> runs = new ArrayList<>(rest().all("runs?kind=" + kind));
    assertThat(runs).hasSize(1);
    return runs.get(0);
  }

  private JsonNode finished(String path) {
    return RunWatch.until(
        rest(), path, Set.of("COMPLETED", "COMPLETED_WITH_PARKED", "PLANNED", "NEEDS_APPROVAL"));
  }
}
