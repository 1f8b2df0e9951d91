package org.kontor.system.scenario;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
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
import org.kontor.domain.rules.Proves;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;

/**
 * Payments against the night in which everybody is stopped: a thousand customers whose invoice is
 * overdue, paid from eight sides in an order of chance while the evaluation stops them, ten times.
 */
@SystemTest
class AccessRaceIT extends Story {

  private static final int CUSTOMERS = Integer.getInteger("kontor.race.customers", 1000);
  private static final int MONTHS = Integer.getInteger("kontor.race.months", 10);

  @Test
  @Proves("S1.30")
  void S1_30_of_ten_thousand_payments_against_the_stop_none_is_left_restricted() throws Exception {
    long seed = System.nanoTime();
    Random chance = new Random(seed);
    ExecutorService pool = Executors.newFixedThreadPool(9);
    long stopped = 0;
    try (Database database = database()) {
      BulkBook.monthly(
          rest(), database, CUSTOMERS, "2026-02-28T12:00:00Z", Pack.bundled("prim"));
      for (int month = 0; month < MONTHS; month++) {
        LocalDate first = LocalDate.parse("2026-03-01").plusMonths(month);
        advance(first + "T00:10:00Z");
        advance(first.plusDays(10) + "T12:00:00Z");
        List<Callable<Void>> calls = payments(database, month);
        assertThat(calls).as("seed %d, %s", seed, first).hasSize(CUSTOMERS);
        Collections.shuffle(calls, chance);
        Future<?> night = pool.submit(() -> advance(first.plusDays(11) + "T06:00:00Z"));
        for (Future<Void> call : pool.invokeAll(calls)) {
          call.get();
        }
        night.get();
        stopped +=
            database.number(
                "select count(*) from access_case where closed_at >= ?::timestamptz"
                    + " and stopped_service",
                first + "T00:00:00Z");
        assertThat(restricted(database)).as("seed %d, %s", seed, first).isEmpty();
      }
      assertThat(stopped).as("some were stopped and came back, seed %d", seed).isPositive();
      assertThat(new Invariants(database).broken()).isEmpty();
    } finally {
      pool.shutdownNow();
    }
  }

  private void advance(String to) {
    rest().post("clock/advance", Map.of("to", to)).ok();
  }

  private List<Callable<Void>> payments(Database database, int month) {
    List<Callable<Void>> calls = new ArrayList<>();
    for (List<String> row :
        database.rows("select customer_id, open_minor from open_item order by customer_id")) {
      String amount = new BigDecimal(row.get(1)).movePointLeft(2).toPlainString();
      Map<String, Object> payment =
          Map.of(
              "customerId", Long.valueOf(row.get(0)),
              "kind", "PAYMENT",
              "method", "bank-transfer",
              "externalKey", row.get(0) + "/" + month,
              "amount", amount,
              "currency", "RON");
      calls.add(
          () -> {
            rest().post("payments", payment).ok();
            return null;
          });
    }
    return calls;
  }

  /** Whoever is restricted, or could be, although nothing is owed. */
  private static List<List<String>> restricted(Database database) {
    return database.rows(
        "select s.id, s.state from subscription s where s.state <> 'ACTIVE'"
            + " or exists (select 1 from access_case c where c.subscription_id = s.id"
            + " and c.closed_at is null)"
            + " or exists (select 1 from open_item o where o.subscription_id = s.id)");
  }
}
