package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.rig.Oracle;
import org.kontor.system.story.Story;

/**
 * PostgreSQL crashes while documents are numbered: what is committed stays, the plan's unlogged
 * drafts are lost. The run plans the rest anew and ends by itself.
 */
@SystemTest
class CrashedDatabaseIT extends Story {

  @Test
  void a_run_whose_database_crashes_ends_as_one_whose_does_not() throws Exception {
    Months months = new Months(rest(), this::database);
    Oracle expected;
    try (Database database = database()) {
      months.begin(database);
      months.advance(0);
      expected = Oracle.of(database);
      months.begin(database);
    }
    CompletableFuture<Void> call = CompletableFuture.runAsync(() -> months.advance(0));
    months.awaitWork(0, true);
    awaitDocuments();
    crash();
    call.handle((nothing, failed) -> nothing).join();
    String state = stateAfterRecovery(months);
    assertThat(Months.isInterrupted(state)).as(state).isTrue();
    long crashed = System.nanoTime();

    JsonNode run = months.complete(0);
    System.out.printf(
        "Crashed database: %s, complete by itself %d s later%n",
        state, (System.nanoTime() - crashed) / 1_000_000_000);
    assertThat(run.path("issued").asInt()).isEqualTo(Months.ACCOUNTS);
    try (Database database = database()) {
      assertThat(Oracle.of(database)).isEqualTo(expected);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  private void awaitDocuments() {
    try (Database database = database()) {
      while (database.number("select count(*) from invoice") == 0) {
        RunWatch.pause(1);
      }
    }
  }

  /** When one of its processes dies hard, PostgreSQL ends all of them and recovers from its log. */
  private void crash() {
    try (Database database = database()) {
      long process = database.number("select pg_backend_pid()");
      assertThat(ProcessHandle.of(process).orElseThrow().destroyForcibly()).isTrue();
      // Closing a connection that is dead already says nothing of interest
    }
  }

  private String stateAfterRecovery(Months months) {
    for (int attempt = 0; ; attempt++) {
      try {
        return months.state(0);
      } catch (IllegalStateException recovering) {
        if (attempt == 600) {
          throw recovering;
        }
        RunWatch.pause(100);
      }
    }
  }
}
