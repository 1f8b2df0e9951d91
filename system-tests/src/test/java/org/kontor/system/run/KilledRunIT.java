package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.rig.Oracle;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Story;

/**
 * The end of all work at random moments of runs over 5,000 accounts, once a month: {@code kill -9}
 * of the server, or the end of all its transactions and connections, which is the same for what is
 * stored and needs no new start. What stands in the end is what an undisturbed book of the same
 * months says (QUALITY R1). Replay by {@code -Dkontor.seed=…}; {@code -Dkontor.jvm-kills=10} kills
 * the server each time.
 */
@SystemTest(takesLong = true)
class KilledRunIT extends Story {

  private static final int KILLS = Integer.getInteger("kontor.kills", 10);
  private static final int JVM_KILLS = Integer.getInteger("kontor.jvm-kills", 3);

  private final long seed = Long.getLong("kontor.seed", System.nanoTime() & 0xffffff);

  @Test
  void a_run_that_is_killed_ends_as_one_that_is_not() throws Exception {
    System.out.printf("Kill test: seed %d (-Dkontor.seed=%d)%n", seed, seed);
    Random random = new Random(seed);
    Months months = new Months(rest(), this::database);
    long millis = 0;
    Oracle expected;
    try (Database database = database()) {
      months.begin(database);
      for (int month = 0; month < KILLS; month++) {
        months.advance(month);
      }
      millis =
          database.number(
              "select (1000 * extract(epoch from min(finished_at - started_at)))::bigint"
                  + " from billing_run where kind = 'MONTHLY'");
      expected = Oracle.of(database);
      months.begin(database);
    }
    boolean unaided = false;
    for (int month = 0; month < KILLS; month++) {
      // Every second kill falls into the numbering, the others anywhere
      boolean numbering = month % 2 == 1;
      long after = random.nextInt((int) (numbering ? millis / 4 : millis) + 1);
      if (month < KILLS - JVM_KILLS) {
        cutOffMonth(months, month, numbering, after);
      } else {
        unaided |= killedMonth(months, month, numbering, after, !unaided);
      }
    }
    try (Database database = database()) {
      assertThat(Oracle.of(database)).as("seed %d", seed).isEqualTo(expected);
      assertThat(new Invariants(database).broken()).as("seed %d", seed).isEmpty();
    }
    System.out.println("Kill test: " + expected.documents());
  }

  /** The call says that the run did not end, or did not notice; the next one goes on with it. */
  private void cutOffMonth(Months months, int month, boolean numbering, long after) {
    CompletableFuture<Answer> call = CompletableFuture.supplyAsync(() -> months.call(month));
    months.awaitWork(month, numbering);
    RunWatch.pause(after);
    try (Database database = database()) {
      database.cutOff(kontor().applicationUser());
    }
    Answer answer = call.join();
    String state = months.state(month);
    if (Months.isInterrupted(state)) {
      assertThat(answer.code()).as(answer.text()).isNotEmpty();
    }
    months.later(month);
    JsonNode run = months.complete(month);
    System.out.printf(
        "Kill test: cut off after %d ms (%s, answer %d %s), complete, %s issued%n",
        after, state, answer.status(), answer.code(), run.path("issued").asText());
  }

  /**
   * @param numbering whether to wait until the run gives numbers
   * @param after milliseconds from then, or from the run's begin, to the kill
   * @param alone whether to leave the interrupted run to the server's own tick; else somebody
   *     repeats the call that was cut off
   * @return whether the server found the run by itself
   */
  private boolean killedMonth(
      Months months, int month, boolean numbering, long after, boolean alone) throws Exception {
    CompletableFuture<Void> call = CompletableFuture.runAsync(() -> months.advance(month));
    months.awaitWork(month, numbering);
    RunWatch.pause(after);
    kontor().kill();
    try {
      call.join();
    } catch (CompletionException cut) {
      assertThat(cut.getCause()).isInstanceOf(UncheckedIOException.class);
    }
    String state = months.state(month);
    long killed = System.nanoTime();
    kontor().restart();
    long ready = System.nanoTime();
    boolean unaided = Months.isInterrupted(state) && alone;
    if (!unaided) {
      months.again(month);
    }
    JsonNode run = months.complete(month);
    System.out.printf(
        "Kill test: killed after %d ms (%s), up in %d s, complete%s %d s later, %s issued%n",
        after,
        state,
        (ready - killed) / 1_000_000_000,
        unaided ? " by itself" : "",
        (System.nanoTime() - ready) / 1_000_000_000,
        run.path("issued").asText());
    return unaided;
  }
}
