package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.system.story.Shown.shown;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.rig.Oracle;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;

/**
 * The database has no more room in the middle of a run: what is committed stays, no account is
 * blamed, the run says why it stands still, and goes on when there is room again. PostgreSQL says
 * 53100 here by a trigger, as it does when a file cannot be extended.
 */
@SystemTest
class FullDiskIT extends Story {

  private static final int ACCOUNTS = 2_500;
  private static final String MARCH = "2026-03-01T00:10:00Z";

  @AfterEach
  void room() {
    try (Database database = database()) {
      roomAgain(database);
    }
  }

  @Test
  void a_monthly_run_stands_still_while_it_plans_and_goes_on() {
    monthly("invoice_line", "new.customer_id % 7 = 0", "PLANNING");
  }

  @Test
  void a_monthly_run_stands_still_while_it_gives_numbers_and_goes_on_without_a_gap() {
    monthly("invoice", "new.series_number > 2200", "ISSUING");
  }

  @Test
  void a_daily_run_stands_still_between_its_chunks_and_charges_nobody_twice() {
    try (Database database = database()) {
      BulkBook.daily(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z");
      noRoom(
          database,
          "charge",
          "new.customer_id > (select id from customer order by id offset 1200 limit 1)");
      move("2026-02-28T21:10:00Z").refused("RUN_FAILED");
      assertThat(database.number("select count(*) from charge")).isBetween(1L, ACCOUNTS - 1L);
      stopped(database, "DAILY", "PLANNING");
      roomAgain(database);
      move("2026-02-28T21:20:00Z").ok();
      completed("DAILY");
      assertThat(database.number("select count(*) from charge")).isEqualTo(ACCOUNTS);
      assertThat(database.number("select count(distinct subscription_id) from charge"))
          .isEqualTo(ACCOUNTS);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  private void monthly(String table, String when, String state) {
    Pack pack = Pack.trusting("prim");
    try (Database database = database()) {
      BulkBook.monthly(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z", pack);
      move(MARCH).ok();
      Oracle expected = Oracle.of(database);
      BulkBook.monthly(rest(), database, ACCOUNTS, "2026-02-28T12:00:00Z", pack);
      noRoom(database, table, when);
      move(MARCH).refused("RUN_FAILED");
      assertThat(rest().get("clock").ok().path("now").asText())
          .as("the clock stands where it was asked to")
          .startsWith("2026-03-01T00:10");
      stopped(database, "MONTHLY", state);
      roomAgain(database);
      move("2026-03-01T00:20:00Z").ok();
      completed("MONTHLY");
      assertThat(Oracle.of(database)).isEqualTo(expected);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  private Answer move(String to) {
    return rest().post("clock/advance", Map.of("to", to));
  }

  /** Where it stands and why, as whoever follows it over REST reads it. */
  private void stopped(Database database, String kind, String state) {
    JsonNode run = run(kind);
    shown(run).has("state", state).has("parked", "0");
    assertThat(run.path("reason").asText()).contains("stopped", "No space left on device");
    assertThat(database.number("select count(*) from run_parked")).isZero();
    assertThat(new Invariants(database).broken()).isEmpty();
  }

  private void completed(String kind) {
    shown(run(kind))
        .has("state", "COMPLETED")
        .has("parked", "0")
        .has("reason", "")
        .has("documents", Integer.toString(ACCOUNTS));
  }

  private JsonNode run(String kind) {
    List<JsonNode> runs = rest().all("runs?kind=" + kind);
    return runs.get(0);
  }

  private static void noRoom(Database database, String table, String when) {
    database.change(
        "create function no_room() returns trigger language plpgsql as $$ begin if "
            + when
            + " then raise exception 'could not extend file \"base/1/2\": No space left on device'"
            + " using errcode = '53100'; end if; return new; end $$");
    database.change(
        "create trigger no_room before insert on "
            + table
            + " for each row execute function no_room()");
  }

  private static void roomAgain(Database database) {
    database.change("drop function if exists no_room() cascade");
  }
}
