package org.kontor.system.run;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Rest;

/** Months of one bulk book of S1, invoiced one after the other and watched from outside. */
record Months(Rest rest, Supplier<Database> databases) {

  static final int ACCOUNTS = 5000;
  private static final String NOT_BEGUN = "not begun";

  /** The first day of a month, counted from March 2026. */
  static LocalDate first(int month) {
    return LocalDate.of(2026, 3, 1).plusMonths(month);
  }

  void begin(Database database) {
    BulkBook.monthly(rest, database, ACCOUNTS, "2026-02-28T12:00:00Z", Pack.trusting("prim"));
  }

  void advance(int month) {
    call(month).ok();
  }

  /** The same, whatever the answer is. */
  Answer call(int month) {
    return rest.post("clock/advance", Map.of("to", first(month) + "T00:10:00Z"));
  }

  /** A call that was cut off, once more; it may have got as far as moving the clock. */
  void again(int month) {
    Answer answer = call(month);
    if (!answer.code().equals("CLOCK_BACKWARDS")) {
      answer.ok();
    }
  }

  /**
   * The next call after one that was cut off; where it comes too early, the server's tick helps.
   */
  void later(int month) {
    rest.post("clock/advance", Map.of("to", first(month) + "T00:20:00Z"));
  }

  /**
   * Waits until the month's run is at work.
   *
   * @param numbering whether to wait until it gives numbers
   */
  void awaitWork(int month, boolean numbering) {
    try (Database database = databases.get()) {
      String state = state(database, month);
      while (state.equals(NOT_BEGUN) || numbering && state.startsWith("PLANNING")) {
        RunWatch.pause(2);
        state = state(database, month);
      }
    }
  }

  /** Where the month's run stands, by the database's word. */
  String state(int month) {
    try (Database database = databases.get()) {
      return state(database, month);
    }
  }

  /** Whether such a state is that of a run in the middle of its work. */
  static boolean isInterrupted(String state) {
    return !state.equals(NOT_BEGUN) && !state.startsWith("COMPLETED");
  }

  private static String state(Database database, int month) {
    List<List<String>> run =
        database.rows(
            "select state || ', ' || issued || ' issued' from billing_run where kind = 'MONTHLY'"
                + " and business_date = ?::date",
            first(month).toString());
    return run.isEmpty() ? NOT_BEGUN : run.get(0).get(0);
  }

  JsonNode run(int month) {
    return rest.all("runs?kind=MONTHLY").stream()
        .filter(run -> run.path("date").asText().equals(first(month).toString()))
        .findFirst()
        .orElseThrow(() -> new AssertionError("no run of " + first(month)));
  }

  /** Waits until the month is complete and gives its run. */
  JsonNode complete(int month) {
    return RunWatch.until(
        rest, "runs/" + run(month).path("id").asLong(), java.util.Set.of("COMPLETED"));
  }
}
