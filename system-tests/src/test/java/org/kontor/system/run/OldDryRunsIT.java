package org.kontor.system.run;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.kontor.system.base.SystemTest;
import org.kontor.system.rig.BulkBook;
import org.kontor.system.rig.Database;
import org.kontor.system.rig.Invariants;
import org.kontor.system.story.Answer;
import org.kontor.system.story.Pack;
import org.kontor.system.story.Story;
import org.kontor.system.story.Vendor;

/** Plans of dry runs that nobody threw away expire; what is younger, or booked, stays. */
@SystemTest
class OldDryRunsIT extends Story {

  private static final String OLD =
      "update billing_run set started_at = started_at - interval '73 hours' where id = %s";

  @Test
  void plans_older_than_the_setting_are_thrown_away_by_the_tick() {
    try (Database database = database()) {
      Vendor prim =
          BulkBook.monthly(rest(), database, 6000, "2026-02-28T12:00:00Z", Pack.trusting("prim"));
      String old = planned("MONTHLY", "2026-03-01");
      String crashed = planned("MONTHLY", "2026-03-01");
      String young = planned("MONTHLY", "2026-03-01");
      prim.until("2026-03-01");
      long booked = database.number("select sum(line_count) from invoice");
      assertThat(lines(database)).isEqualTo(4 * booked);
      database.change("delete from run_draft where run_id = ?::bigint", crashed); // it is unlogged
      database.change(OLD.formatted(crashed));
      database.change(OLD.formatted(old));

      RunWatch.until(rest(), "runs/" + old, Set.of("DISCARDED"));
      RunWatch.until(rest(), "runs/" + crashed, Set.of("DISCARDED"));

      assertThat(lines(database)).isEqualTo(2 * booked);
      assertThat(database.number("select count(distinct run_id) from run_draft")).isEqualTo(1);
      assertThat(rest().get("runs/" + young).ok().path("state").asText()).isEqualTo("PLANNED");
      assertThat(rest().all("runs/" + young + "/drafts")).hasSize(6000);
      assertThat(new Invariants(database).broken()).isEmpty();
    }
  }

  private static long lines(Database database) {
    return database.number("select count(*) from invoice_line");
  }

  private String planned(String kind, String date) {
    Answer answer =
        rest().post("runs", Map.of("vendor", "prim", "kind", kind, "date", date, "dry", true));
    JsonNode run =
        RunWatch.until(rest(), "runs/" + answer.ok().path("id").asText(), Set.of("PLANNED"));
    return run.path("id").asText();
  }
}
