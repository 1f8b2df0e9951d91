package org.kontor.system.retention;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
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
 * {@code kill -9} of the server at random moments of the night that deletes: each tenant is whole
 * or gone, never in between, and in the end all are gone. Replay by {@code -Dkontor.seed=…}.
 */
@SystemTest(mail = true)
class KilledDeletionIT extends Story {

  private static final int ACCOUNTS = 200;
  private static final int KILLS = Integer.getInteger("kontor.deletion-kills", 20);
  private static final int ROWS = 3;
  private static final String NIGHT = "2026-02-20T22:10:00Z";

  private final long seed = Long.getLong("kontor.seed", System.nanoTime() & 0xffffff);

  @Test
  void a_deletion_that_is_killed_leaves_each_tenant_whole_or_gone() throws Exception {
    System.out.printf("Deletion kill test: seed %d (-Dkontor.seed=%d)%n", seed, seed);
    kontor().mail().reset();
    Random random = new Random(seed);
    announced();
    List<Long> gone = new ArrayList<>();
    for (int kill = 0; kill < KILLS; kill++) {
      long before = deleted();
      assertThat(before)
          .as("seed %d: too few accounts for so many kills", seed)
          .isLessThan(ACCOUNTS);
      CompletableFuture<Void> call = CompletableFuture.runAsync(this::advance);
      awaitMore(before);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
      kontor().kill();
      try {
        call.join();
      } catch (CompletionException cut) {
        assertThat(cut.getCause()).isInstanceOf(UncheckedIOException.class);
      }
      gone.add(wholeOrGone());
      kontor().restart();
    }
    advance();
    awaitMore(ACCOUNTS - 1);
    assertThat(wholeOrGone()).as("seed %d", seed).isEqualTo(ACCOUNTS);
    System.out.println("Deletion kill test: deleted at the kills " + gone);
  }

  /** Two hundred accounts without money, all due in the same night, each deletion by itself. */
  private void announced() {
    Pack pack =
        Pack.bundled("kabinet")
            .with("{batch: 50, approvalAbove: 20}", "{batch: 1, approvalAbove: 999}");
    Vendor kabinet = Book.begin(rest(), "2026-01-01").vendor("kabinet", pack);
    for (int i = 0; i < ACCOUNTS; i++) {
      kabinet.customer("K%03d".formatted(i)).subscribes("base", Map.of());
    }
    try (Database database = database()) {
      database.change(
          "insert into crm_account (id, customer_id, external_id, name, kinds, has_file)"
              + " select 900000000 + row_number() over (), c.id, 'x' || n, 'x', 'CLIENT', true"
              + " from customer c, generate_series(1, ?) n",
          ROWS);
      kabinet.untilTime("2026-02-20T12:00");
      assertThat(database.number("select count(*) from retention_case where state = 'ANNOUNCED'"))
          .isEqualTo(ACCOUNTS);
    }
  }

  /**
   * A call that was cut off may have moved the clock; then the run is taken up again by its day.
   */
  private void advance() {
    Answer answer = rest().post("clock/advance", Map.of("to", NIGHT));
    if (answer.code().equals("CLOCK_BACKWARDS")) {
      Answer again =
          rest()
              .post(
                  "runs",
                  Map.of(
                      "vendor", "kabinet", "kind", "DELETION", "date", "2026-02-21", "dry", false));
      if (again.status() != 409) {
        again.ok();
      } else {
        // The restarted server has taken it up by its own tick
        again.refused("RUN_ALREADY_OWNED");
      }
    } else {
      answer.ok();
    }
  }

  private void awaitMore(long before) throws InterruptedException {
    long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(150);
    while (deleted() <= before) {
      assertThat(System.nanoTime()).as("seed %d: no more is deleted", seed).isLessThan(end);
      TimeUnit.MILLISECONDS.sleep(5);
    }
  }

  private long deleted() {
    try (Database database = database()) {
      return database.number("select count(*) from subscription where state = 'DELETED'");
    }
  }

  /**
   * @return how many are gone
   */
  private long wholeOrGone() {
    try (Database database = database()) {
      List<List<String>> tenants =
          database.rows(
              "select s.id, s.state, (select count(*) from crm_account a where a.customer_id ="
                  + " s.customer_id), (select count(*) from quarantined_row q join retention_case c"
                  + " on c.id = q.case_id where c.subscription_id = s.id), (select count(*) from"
                  + " retention_certificate f where f.subscription_id = s.id), (select state from"
                  + " retention_case c where c.subscription_id = s.id) from subscription s");
      assertThat(tenants).hasSize(ACCOUNTS);
      for (List<String> tenant : tenants) {
        List<String> rest = tenant.subList(1, 6);
        if (tenant.get(1).equals("DELETED")) {
          assertThat(rest).as("seed %d", seed).containsExactly("DELETED", "0", "3", "1", "DELETED");
        } else {
          assertThat(rest.subList(0, 4))
              .as("seed %d", seed)
              .containsExactly("ACTIVE", "3", "0", "0");
          assertThat(rest.get(4)).as("seed %d", seed).isIn("ANNOUNCED", "DUE");
        }
      }
      return tenants.stream().filter(tenant -> tenant.get(1).equals("DELETED")).count();
    }
  }
}
