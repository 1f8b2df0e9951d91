package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.rig.Oracle;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Story;

/**
 * {@code kill -9} of the server at random moments of runs over 5,000 accounts: one kill a month.
 * What stands in the end is what an undisturbed book of the same months says (QUALITY R1). Replay
 * by {@code -Dkontor.seed=…}.
 */
@SystemTest
class KilledRunIT extends Story {

  private static final int ACCOUNTS = 5000;
  private static final int KILLS = Integer.getInteger("kontor.kills", 10);
  private static final String NOT_BEGUN = "not begun";

  private final long seed = Long.getLong("kontor.seed", System.nanoTime() & 0xffffff);

  @Test
  void a_run_that_is_killed_ends_as_one_that_is_not() throws Exception {
    System.out.printf("Kill test: seed %d (-Dkontor.seed=%d)%n", seed, seed);
    Random random = new Random(seed);
    long millis = 0;
    Oracle expected;
    try (Database database = database()) {
      begin(database);
      for (int month = 0; month < KILLS; month++) {
        advance(month);
      }
      millis =
          database.number(
              "select (1000 * extract(epoch from min(finished_at - started_at)))::bigint"
                  + " from billing_run where kind = 'MONTHLY'");
      expected = Oracle.of(database);
      begin(database);
    }
    boolean unaided = false;
    for (int month = 0; month < KILLS; month++) {
      // Every second kill falls into the numbering, the others anywhere
      boolean numbering = month % 2 == 1;
      long after = random.nextInt((int) (numbering ? millis / 4 : millis) + 1);
      unaided |= killedMonth(month, numbering, after, !unaided);
    }
    try (Database database = database()) {
      assertThat(Oracle.of(database)).as("seed %d", seed).isEqualTo(expected);
      assertThat(new Invariants(database).broken()).as("seed %d", seed).isEmpty();
    }
    System.out.println("Kill test: " + expected.documents());
  }

  private void begin(Database database) {
    BulkBook.monthly(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z");
  }

  private static LocalDate first(int month) {
    return LocalDate.of(2026, 3, 1).plusMonths(month);
  }

  private void advance(int month) {
    rest().post("clock/advance", Map.of("to", first(month) + "T00:10:00Z")).ok();
  }

  /** The cut-off call once more; it may have got as far as moving the clock. */
  private void again(int month) {
    Answer answer = rest().post("clock/advance", Map.of("to", first(month) + "T00:10:00Z"));
    if (!answer.code().equals("CLOCK_BACKWARDS")) {
      answer.ok();
    }
  }

  /**
   * @param numbering whether to wait until the run gives numbers
   * @param after milliseconds from then, or from the run's begin, to the kill
   * @param alone whether to leave the interrupted run to the server's own tick; else somebody
   *     repeats the call that was cut off
   * @return whether the server found the run by itself
   */
  private boolean killedMonth(int month, boolean numbering, long after, boolean alone)
      throws Exception {
    CompletableFuture<Void> call = CompletableFuture.runAsync(() -> advance(month));
    awaitWork(first(month), numbering);
    RunWatch.pause(after);
    kontor().kill();
    try {
      call.join();
    } catch (CompletionException cut) {
      assertThat(cut.getCause()).isInstanceOf(UncheckedIOException.class);
    }
    String state = state(first(month));
    boolean interrupted = !state.equals(NOT_BEGUN) && !state.startsWith("COMPLETED");
    long killed = System.nanoTime();
    kontor().restart();
    long ready = System.nanoTime();
    boolean unaided = interrupted && alone;
    if (!unaided) {
      again(month);
    }
    String path = "runs/" + runOf(first(month)).path("id").asLong();
    JsonNode run = RunWatch.until(rest(), path, Set.of("COMPLETED"));
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

  private void awaitWork(LocalDate date, boolean numbering) {
    try (Database database = database()) {
      String state = state(database, date);
      while (state.equals(NOT_BEGUN) || numbering && state.startsWith("PLANNING")) {
        RunWatch.pause(2);
        state = state(database, date);
      }
    }
  }

  private String state(LocalDate date) {
    try (Database database = database()) {
      return state(database, date);
    }
  }

  /** Where the run stands, by the database's word. */
  private static String state(Database database, LocalDate date) {
    List<List<String>> run =
        database.rows(
            "select state || ', ' || issued || ' issued' from billing_run where kind = 'MONTHLY'"
                + " and business_date = ?::date",
            date.toString());
    return run.isEmpty() ? NOT_BEGUN : run.get(0).get(0);
  }

  private JsonNode runOf(LocalDate date) {
    return rest().all("runs?kind=MONTHLY").stream()
        .filter(run -> run.path("date").asText().equals(date.toString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no run of " + date));
  }
}
