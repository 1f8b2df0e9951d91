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
 * The end of all work at twenty random moments of the night that deletes (QUALITY R15): {@code kill
 * -9} of the server, or the end of all its transactions and connections, which is the same for what
 * is stored and needs no new start. Each tenant is whole or gone, never in between, and in the end
 * all are gone. Replay by {@code -Dkontor.seed=…}; {@code -Dkontor.deletion-jvm-kills=20} kills the
 * server each time.
 */
@SystemTest(mail = true, takesLong = true)
class KilledDeletionIT extends Story {

  private static final int ACCOUNTS = 200;
  private static final int KILLS = 20;
  private static final int JVM_KILLS = Integer.getInteger("kontor.deletion-jvm-kills", 4);
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
      CompletableFuture<Answer> call = CompletableFuture.supplyAsync(this::advance);
      awaitMore(before);
      TimeUnit.MILLISECONDS.sleep(random.nextInt(100));
      if (kill < KILLS - JVM_KILLS) {
        gone.add(cutOff(call));
      } else {
        gone.add(killed(call));
      }
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

  /** The call says that the run did not end, or did not notice. */
  private long cutOff(CompletableFuture<Answer> call) {
    try (Database database = database()) {
      database.cutOff(kontor().applicationUser());
    }
    long gone = wholeOrGone();
    Answer answer = call.join();
    assertThat(answer.status() < 300 || !answer.code().isEmpty()).as(answer.text()).isTrue();
    return gone;
  }

  private long killed(CompletableFuture<Answer> call) throws Exception {
    kontor().kill();
    try {
      call.join();
    } catch (CompletionException cut) {
      assertThat(cut.getCause()).isInstanceOf(UncheckedIOException.class);
    }
    long gone = wholeOrGone();
    kontor().restart();
    return gone;
  }

  /**
   * A call that was cut off may have moved the clock; then the run is taken up again by its day,
   * unless the server has taken it up by its own tick.
   */
  private Answer advance() {
    Answer answer = rest().post("clock/advance", Map.of("to", NIGHT));
    if (!answer.code().equals("CLOCK_BACKWARDS")) {
      return answer;
    }
    return rest()
        .post(
            "runs",
            Map.of("vendor", "kabinet", "kind", "DELETION", "date", "2026-02-21", "dry", false));
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
