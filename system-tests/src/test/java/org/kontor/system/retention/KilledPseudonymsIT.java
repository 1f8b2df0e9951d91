package org.kontor.system.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Book;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/**
 * The night that takes names out loses its database sessions at random moments: each buyer is named
 * everywhere or nowhere, and in the end all are nobody. Replay by {@code -Dkontor.seed=…}.
 */
@SystemTest(mail = true)
class KilledPseudonymsIT extends Story {

  private static final int CUSTOMERS = 60;
  private static final int MOST_KILLS = 20;
  private static final String NIGHT = "2026-06-29T21:10:00Z";

  private final long seed = Long.getLong("kontor.seed", System.nanoTime() & 0xffffff);

  @Test
  void a_night_that_is_cut_off_leaves_each_buyer_named_everywhere_or_nowhere() throws Exception {
    kontor().mail().reset();
    Random random = new Random(seed);
    left();
    List<Long> seen = new ArrayList<>();
    CompletableFuture<Void> night = CompletableFuture.runAsync(this::advance);
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
    int kills = 0;
    long last = 0;
    while (nameless() < CUSTOMERS) {
      assertThat(System.nanoTime()).as("seed %d: it does not go on", seed).isLessThan(end);
      if (night.isDone()) {
        night = CompletableFuture.runAsync(this::advance);
      }
      TimeUnit.MILLISECONDS.sleep(5 + random.nextInt(40));
      long now = nameless();
      if (kills < MOST_KILLS && now > last && now < CUSTOMERS) {
        cut();
        kills++;
        last = wholeOrNobody();
        seen.add(last);
      }
    }
    night.handle((done, failure) -> done).join();
    assertThat(wholeOrNobody()).as("seed %d", seed).isEqualTo(CUSTOMERS);
    System.out.printf(
        "Pseudonyms under kills: seed %d, nobody by then at the %d kills %s%n", seed, kills, seen);
    assertThat(seen).as("seed %d: some in the middle", seed).anyMatch(n -> n > 0 && n < CUSTOMERS);
    assertThat(rest().get("number-series/prim/PRM/2026/chain").ok().path("intact").asBoolean())
        .isTrue();
  }

  /** All have left, and the term of all their papers ends in the same night. */
  private void left() {
    Pack pack =
        Pack.bundled("prim")
            .with(
                "legalTerm: {years: 5, days: 0, from: JULY_AFTER_YEAR}",
                "legalTerm: {years: 0, days: 120, from: DOCUMENT}")
            .with(
                "  cancellation: {effective: END_OF_PAID_MONTH, then: AS_AFTER_STOP}   # S1.36\n",
                "")
            .with("{batch: 50, approvalAbove: 20}", "{batch: 1, approvalAbove: 20}");
    Vendor prim = Book.begin(rest(), "2026-03-01").vendor("prim", pack);
    for (int i = 0; i < CUSTOMERS; i++) {
      prim.customer("Left %03d".formatted(i)).subscribes("start", Map.of());
    }
    prim.untilTime("2026-03-02T12:00");
    try (Database database = database()) {
      database.change("update subscription set state = 'ENDED', ends_on = '2026-03-01'");
    }
    prim.untilTime("2026-04-15T12:00");
    prim.untilTime("2026-06-29T12:00");
    assertThat(nameless()).isZero();
  }

  private void advance() {
    Answer answer = rest().post("clock/advance", Map.of("to", NIGHT));
    if (answer.code().equals("CLOCK_BACKWARDS")) {
      rest()
          .post(
              "runs",
              Map.of("vendor", "prim", "kind", "DELETION", "date", "2026-06-30", "dry", false));
    }
  }

  /** Ends the server's sessions, wherever they are. */
  private void cut() {
    try (Database database = database()) {
      database.cutOff(kontor().applicationUser());
    }
  }

  private long nameless() {
    try (Database database = database()) {
      return database.number("select count(*) from customer where name like 'customer/%'");
    }
  }

  /**
   * @return how many are nobody
   */
  private long wholeOrNobody() {
    try (Database database = database()) {
      List<List<String>> customers =
          database.rows(
              "select c.name like 'customer/%', count(*) filter (where i.buyer like '%\"customer/%'),"
                  + " count(p.invoice_id), (select count(*) from membership m where m.customer_id ="
                  + " c.id), (select count(*) from retention_certificate f where f.customer_id ="
                  + " c.id), (select count(*) from audit_entry a where a.subject = 'customer/' ||"
                  + " c.id and a.action = 'retention.pseudonymised')"
                  + " from customer c join invoice i on i.customer_id = c.id"
                  + " left join document_seal p on p.customer_id = c.id and p.invoice_id = i.id"
                  + " group by c.id, c.name");
      assertThat(customers).hasSize(CUSTOMERS);
      for (List<String> customer : customers) {
        if (customer.get(0).equals("t")) {
          assertThat(customer).as("seed %d", seed).containsExactly("t", "1", "1", "0", "1", "1");
        } else {
          assertThat(customer).as("seed %d", seed).containsExactly("f", "0", "0", "1", "0", "0");
        }
      }
      return customers.stream().filter(customer -> customer.get(0).equals("t")).count();
    }
  }
}
