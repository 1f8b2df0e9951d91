package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SecondNode;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.rig.Oracle;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Rest;
import org.kontor.system.story.Story;

/** Two servers, each a process of its own, on one database. */
@SystemTest(takesLong = true)
class TwoNodesIT extends Story {

  @Test
  void two_nodes_that_start_the_same_run_make_one_run() throws Exception {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try (Database database = database();
        SecondNode second = kontor().secondNode()) {
      BulkBook.monthly(rest(), database, Months.ACCOUNTS, "2026-03-01T06:00:00Z");
      Rest other = new Rest(second.api());
      Map<String, Object> run =
          Map.of("vendor", "prim", "kind", "MONTHLY", "date", "2026-03-01", "dry", false);
      CyclicBarrier together = new CyclicBarrier(2);
      Set<String> ids = new HashSet<>();
      for (Future<Answer> answer :
          threads.invokeAll(
              List.of(started(rest(), run, together), started(other, run, together)))) {
        if (answer.get().status() == 409) {
          answer.get().refused("RUN_ALREADY_OWNED");
        } else {
          ids.add(answer.get().ok().path("id").asText());
        }
      }
      JsonNode done = new Months(other, this::database).complete(0);
      ids.add(done.path("id").asText());
      assertThat(ids).hasSize(1);
      assertThat(done.path("issued").asInt()).isEqualTo(Months.ACCOUNTS);
      assertThat(database.number("select count(*) from billing_run")).isEqualTo(1);
      assertThat(database.number("select count(*) from invoice")).isEqualTo(Months.ACCOUNTS);
      assertThat(new Invariants(database).broken()).isEmpty();
    } finally {
      threads.shutdown();
    }
  }

  /** Nobody calls the second node: its own tick finds the run whose worker fell silent. */
  @Test
  void a_node_takes_over_the_run_of_one_that_died_and_ends_it_as_if_nothing_had_been()
      throws Exception {
    Months months = new Months(rest(), this::database);
    Oracle expected;
    try (Database database = database()) {
      months.begin(database);
      months.advance(0);
      expected = Oracle.of(database);
      months.begin(database);
    }
    try (SecondNode second = kontor().secondNode();
        Database database = database()) {
      CompletableFuture<Void> call = CompletableFuture.runAsync(() -> months.advance(0));
      months.awaitWork(0, true);
      kontor().kill();
      call.handle((nothing, cut) -> nothing).join();
      String interrupted = months.state(0);
      assertThat(Months.isInterrupted(interrupted)).as(interrupted).isTrue();
      String owner = database.value("select owner from billing_run where kind = 'MONTHLY'");
      long killed = System.nanoTime();

      JsonNode run = new Months(new Rest(second.api()), this::database).complete(0);
      System.out.printf(
          "Two nodes: %s (%s) taken over and complete %d s after the kill%n",
          owner, interrupted, (System.nanoTime() - killed) / 1_000_000_000);
      assertThat(run.path("issued").asInt()).isEqualTo(Months.ACCOUNTS);
      assertThat(database.value("select owner from billing_run where kind = 'MONTHLY'"))
          .isNotEqualTo(owner);
      assertThat(database.number("select fence from billing_run where kind = 'MONTHLY'"))
          .isGreaterThan(1);
      assertThat(Oracle.of(database)).isEqualTo(expected);
      assertThat(new Invariants(database).broken()).isEmpty();
    } finally {
      kontor().restart();
    }
  }

  private static Callable<Answer> started(
      Rest rest, Map<String, Object> run, CyclicBarrier together) {
    return () -> {
      together.await();
      return rest.post("runs", run);
    };
  }
}
