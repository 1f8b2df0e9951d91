package org.kontor.system.restriction;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/**
 * Payments race the run that suspends, 10 000 times: each customer's payment is booked while the
 * clock passes the moment of his suspension. Whoever has paid is left free, whoever has not is not.
 */
@SystemTest
class PaymentRaceIT extends Story {

  private static final int ACCOUNTS = 500;
  private static final int ROUNDS = 10;
  private static final int THREADS = 6;

  private static final String OWED =
      "select customer_id, round(sum(open_minor) / 100.0, 2) from open_item group by 1 order by 1";

  private static final String BALANCES =
      "select a.customer_id, sum(a.credit_minor - a.debit_minor) as minor from ledger_account a"
          + " where a.kind in ('WALLET', 'BONUS') group by 1";

  @Test
  void R15_invoices_that_are_paid_while_the_stop_runs_leave_nobody_stopped() throws Exception {
    long seed = seed();
    Random random = new Random(seed);
    try (Database database = database()) {
      Vendor prim = BulkBook.monthly(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z");
      for (int round = 0; round < ROUNDS; round++) {
        LocalDate stop = LocalDate.of(2026, 3, 12).plusMonths(round);
        prim.untilTime(stop.minusDays(1) + "T23:50");
        List<Callable<Object>> payments = new ArrayList<>();
        for (List<String> row : database.rows(OWED)) {
          payments.add(payment("PAYMENT", "bank-transfer", row, row.get(1), stop));
        }
        race(prim, stop, payments, random);
        assertThat(database.number("select count(*) from open_item")).isZero();
        assertThat(database.number("select count(*) from subscription where state <> 'ACTIVE'"))
            .as("stopped though paid, seed %d, round %d", seed, round)
            .isZero();
        assertThat(database.number("select count(*) from access_case where closed_at is null"))
            .as("cases left open, seed %d, round %d", seed, round)
            .isZero();
      }
      assertThat(database.number("select count(*) from access_case where stopped_service"))
          .as("payments that came after the stop")
          .isPositive();
      assertFree(database, "select id from subscription order by id");
    }
  }

  @Test
  void R15_top_ups_while_the_day_is_charged_leave_nobody_blocked_who_is_not_in_debt()
      throws Exception {
    long seed = seed();
    Random random = new Random(seed);
    try (Database database = database()) {
      Vendor intrum = BulkBook.daily(rest(), database, ACCOUNTS, "2026-03-02T12:00:00Z");
      for (int round = 0; round < ROUNDS; round++) {
        LocalDate day = LocalDate.of(2026, 3, 3).plusDays(round);
        intrum.untilTime(day.minusDays(1) + "T23:50");
        List<Callable<Object>> payments = new ArrayList<>();
        for (List<String> row : database.rows("select id from customer order by id")) {
          String sum = random.nextInt(900) + "." + (10 + random.nextInt(90));
          payments.add(payment("TOP_UP", "bank-card", row, sum, day));
        }
        race(intrum, day, payments, random);
        assertThat(
                database.number(
                    "select count(*) from access_case c left join ("
                        + BALANCES
                        + ") b on b.customer_id = c.customer_id"
                        + " where c.closed_at is null and coalesce(b.minor, 0) >= 0"))
            .as("cases without a debt, seed %d, round %d", seed, round)
            .isZero();
        assertThat(
                database.number(
                    "select count(*) from ("
                        + BALANCES
                        + ") b where b.minor < 0 and not exists (select 1 from access_case c"
                        + " where c.customer_id = b.customer_id and c.closed_at is null)"))
            .as("debts without a case, seed %d, round %d", seed, round)
            .isZero();
      }
      assertThat(database.number("select count(*) from access_case where closed_at is not null"))
          .isPositive();
      assertFree(
          database,
          "select s.id from subscription s join ("
              + BALANCES
              + ") b on b.customer_id = s.customer_id where b.minor >= 0 order by s.id");
    }
  }

  /** All of them are told that they may do everything. */
  private void assertFree(Database database, String subscriptions) {
    for (List<String> row : database.rows(subscriptions)) {
      String question = "access-decisions?role=STAFF&subscription=" + row.get(0);
      assertThat(rest().get(question).ok().path("effect").asText()).isEqualTo("FULL");
    }
  }

  /** The run begins when a quarter of the payments are on their way. */
  private static void race(
      Vendor vendor, LocalDate day, List<Callable<Object>> payments, Random random)
      throws Exception {
    assertThat(payments).hasSize(ACCOUNTS);
    List<Callable<Object>> order = new ArrayList<>(payments);
    Collections.shuffle(order, random);
    order.add(
        ACCOUNTS / 4,
        () -> {
          vendor.untilTime(day + "T00:10");
          return day;
        });
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Object>> running = new ArrayList<>();
      order.forEach(each -> running.add(threads.submit(each)));
      for (Future<Object> each : running) {
        each.get();
      }
    } finally {
      threads.shutdownNow();
    }
  }

  private Callable<Object> payment(
      String kind, String method, List<String> customer, String amount, LocalDate day) {
    Map<String, Object> body =
        Map.of(
            "customerId",
            Long.valueOf(customer.get(0)),
            "kind",
            kind,
            "method",
            method,
            "externalKey",
            day + "/" + customer.get(0),
            "amount",
            amount,
            "currency",
            kind.equals("PAYMENT") ? "RON" : "RUB");
    return () -> rest().post("payments", body).ok();
  }

  private static long seed() {
    long seed = Long.getLong("kontor.seed", System.nanoTime());
    System.out.println("PaymentRaceIT: -Dkontor.seed=" + seed);
    return seed;
  }
}
