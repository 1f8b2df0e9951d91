package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.billing.run.boundary.RunState;
import org.kontor.crm.platform.boundary.Sql;

/** Throws the plans of old dry runs away, a part in each transaction. */
@ApplicationScoped
public class ExpiredPlans {

  private static final String EXPIRED = "its plan was kept long enough";

  private final RunStore store;
  private final Sql sql;

  @Inject
  public ExpiredPlans(RunStore store, Sql sql) {
    this.store = store;
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected ExpiredPlans() {
    this(null, null);
  }

  /** The oldest of them; locked, and passed over where another node holds it. */
  public Optional<RunRow> oldest(int hours) {
    return sql.one(
        RunStore::row,
        "select * from billing_run r where mode = 'DRY' and state <> 'DISCARDED'"
            + " and started_at < clock_timestamp() - make_interval(hours => ?)"
            + " and not exists (select 1 from run_heartbeat h where h.run_id = r.id"
            + " and h.at > clock_timestamp() - interval '1 minute')"
            + " order by started_at limit 1 for update skip locked",
        hours);
  }

  /** So many documents or charges of it; with the last of them the run is discarded. */
  public void discard(RunRow run, int most) {
    int gone =
        sql.one(row -> row.getInt(1), "select discard_part(?, ?)", run.id(), most).orElseThrow();
    if (gone > 0) {
      sql.update("update billing_run set reason = ? where id = ?", EXPIRED, run.id());
      return;
    }
    // Drafts are unlogged: after a crash of the database only the lines of the plan are left
    boolean lost =
        run.kind().makesDocuments() && run.documents() > 0 && !run.reason().equals(EXPIRED);
    if (lost) {
      sql.one(row -> 0, "select discard_orphaned_lines(?, ?)", run.vendorCode(), run.issueDate());
    }
    store.state(run.id(), RunState.DISCARDED, EXPIRED);
  }
}
