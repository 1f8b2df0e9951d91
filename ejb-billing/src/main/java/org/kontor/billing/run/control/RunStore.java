package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.bulk.control.ChunkWork.ChunkResult;
import org.kontor.billing.bulk.control.ChunkWork.Parked;
import org.kontor.billing.run.boundary.RunState;
import org.kontor.billing.run.boundary.RunTakenOver;
import org.kontor.billing.run.boundary.RunTicket;
import org.kontor.billing.run.boundary.RunView;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.run.RunBounds;
import org.kontor.domain.run.RunKind;

/** The rows that are a run's truth. */
@ApplicationScoped
public class RunStore {

  /** Partition number of the one ordered step. */
  static final int ISSUE = -1;

  private final Sql sql;

  @Inject
  public RunStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected RunStore() {
    this(null);
  }

  /** Inserts the run; 0 rows when a real run of this vendor, kind and date exists. */
  boolean insert(
      long id,
      String vendor,
      RunKind kind,
      LocalDate date,
      boolean dry,
      String owner,
      String policy) {
    int rows =
        sql.update(
            "insert into billing_run (id, vendor_code, kind, business_date, issue_date, mode,"
                + " state, owner, fence, policy, started_at) values (?, ?, ?, ?, ?, ?, 'PLANNING',"
                + " ?, 1, ?, clock_timestamp()) on conflict do nothing",
            id,
            vendor,
            kind,
            date,
            date,
            dry ? "DRY" : "REAL",
            owner,
            policy);
    if (rows == 1) {
      beat(id);
    }
    return rows == 1;
  }

  Optional<RunRow> real(String vendor, RunKind kind, LocalDate date) {
    return sql.one(
        RunStore::row,
        "select * from billing_run where vendor_code = ? and kind = ? and business_date = ?"
            + " and mode = 'REAL' for update",
        vendor,
        kind,
        date);
  }

  public RunRow get(long id) {
    return sql.one(RunStore::row, "select * from billing_run where id = ?", id)
        .orElseThrow(() -> NotFound.of("run"));
  }

  /** The run, which nobody else changes until this transaction ends. */
  public RunRow lock(long id) {
    return sql.one(RunStore::row, "select * from billing_run where id = ? for update", id)
        .orElseThrow(() -> NotFound.of("run"));
  }

  /** The last finished real run before a date, for comparison. */
  Optional<RunRow> lastFinished(String vendor, RunKind kind, LocalDate before) {
    return sql.one(
        RunStore::row,
        "select * from billing_run where vendor_code = ? and kind = ? and mode = 'REAL'"
            + " and state in ('COMPLETED', 'COMPLETED_WITH_PARKED') and business_date < ?"
            + " order by business_date desc limit 1",
        vendor,
        kind,
        before);
  }

  /**
   * Real runs at which somebody should be working, oldest first; some of them may be worked on.
   * What waits for a person is not among them.
   */
  public List<RunRow> unfinished() {
    return sql.list(
        RunStore::row,
        "select * from billing_run where finished_at is null and mode = 'REAL' and state in"
            + " ('PLANNING', 'ISSUING', 'POSTING') order by business_date, id");
  }

  /** Real runs that wait for a person, oldest date first. */
  public List<RunRow> held() {
    return sql.list(
        RunStore::row,
        "select * from billing_run where mode = 'REAL' and state = 'NEEDS_APPROVAL'"
            + " order by business_date, id");
  }

  /** Whether a real run of the same vendor and kind for a later date is under way or held. */
  public boolean laterUnfinished(RunRow run) {
    return sql.one(
            row -> row.getBoolean(1),
            "select exists (select 1 from billing_run where vendor_code = ? and kind = ?"
                + " and mode = 'REAL' and business_date > ? and state in ('PLANNING', 'PLANNED',"
                + " 'NEEDS_APPROVAL', 'ISSUING', 'POSTING'))",
            run.vendorCode(),
            run.kind(),
            run.date())
        .orElseThrow();
  }

  /** Takes over; older workers are fenced off from now on. */
  void takeOver(long id, String owner) {
    sql.update("update billing_run set owner = ?, fence = fence + 1 where id = ?", owner, id);
    beat(id);
  }

  public void beat(long id) {
    sql.update(
        "insert into run_heartbeat (run_id, at) values (?, clock_timestamp())"
            + " on conflict (run_id) do update set at = excluded.at",
        id);
  }

  void silence(long id) {
    sql.update("delete from run_heartbeat where run_id = ?", id);
  }

  boolean beatWithin(long id, int seconds) {
    return sql.one(
            row -> row.getBoolean(1),
            "select at > clock_timestamp() - make_interval(secs => ?) from run_heartbeat where"
                + " run_id = ?",
            seconds,
            id)
        .orElse(false);
  }

  void state(long id, RunState state, String reason) {
    sql.update(
        "update billing_run set state = ?, reason = ?, finished_at = case when ? then"
            + " clock_timestamp() end where id = ?",
        state,
        reason,
        state.finished() || state == RunState.PLANNED,
        id);
  }

  public void approved(long id, String by) {
    sql.update(
        "update billing_run set approved_by = ?, state = case when kind = 'MONTHLY' then 'ISSUING'"
            + " else 'PLANNING' end, reason = '' where id = ?",
        by,
        id);
  }

  public void discarded(long id) {
    state(id, RunState.DISCARDED, "");
  }

  /** Locks the partition for this transaction and makes sure that nobody took the run over. */
  Cursor lockPartition(RunTicket ticket, int no) {
    return sql.one(
            row ->
                new Cursor(
                    row.getLong(1),
                    row.getLong(2),
                    row.getLong(3) == ticket.fence(),
                    row.getInt(4)),
            "select p.cursor_id, p.to_id, r.fence, r.attempt from run_partition p join billing_run"
                + " r on r.id = p.run_id where p.run_id = ? and p.no = ? for update of p",
            ticket.runId(),
            no)
        .filter(Cursor::mine)
        .orElseThrow(() -> new RunTakenOver(ticket));
  }

  void advance(RunTicket ticket, int no, long cursor, int accounts, ChunkResult result) {
    sql.update(
        "update run_partition set cursor_id = ?, accounts = accounts + ?, documents = documents +"
            + " ?, lines = lines + ?, total_minor = total_minor + ?, parked = parked + ? where"
            + " run_id = ? and no = ?",
        cursor,
        accounts,
        result.documents(),
        result.lines(),
        result.totalMinor(),
        result.parked().size(),
        ticket.runId(),
        no);
    for (Parked parked : result.parked()) {
      park(ticket.runId(), parked);
    }
  }

  private void park(long runId, Parked parked) {
    sql.update(
        "insert into run_parked (run_id, customer_id, subscription_id, code, detail)"
            + " values (?, ?, ?, ?, ?) on conflict (run_id, subscription_id)"
            + " do update set code = excluded.code, detail = excluded.detail, resolved_at = null",
        runId,
        parked.customerId(),
        parked.subscriptionId(),
        parked.code(),
        parked.detail());
  }

  /** Writes the partitions' sums to the run. */
  void sum(long id) {
    sql.update(
        "update billing_run r set documents = p.documents, lines = p.lines, total_minor = p.total,"
            + " parked = (select count(*) from run_parked k where k.run_id = r.id and resolved_at"
            + " is null) from (select coalesce(sum(documents), 0) documents, coalesce(sum(lines),"
            + " 0) lines, coalesce(sum(total_minor), 0) total from run_partition where run_id = ?)"
            + " p where r.id = ?",
        id,
        id);
  }

  /**
   * What is parked and charged up to now, as if it were all of the run: neither grows less, so a
   * bound that it exceeds is exceeded by the whole run too.
   */
  RunBounds.Figures soFar(RunRow run) {
    return sql.one(
            row ->
                new RunBounds.Figures(run.planned(), run.planned(), row.getLong(1), row.getLong(2)),
            "select coalesce(sum(parked), 0), coalesce(sum(total_minor), 0) from run_partition"
                + " where run_id = ?",
            run.id())
        .orElseThrow();
  }

  void partition(long runId, int no, long fromId, long toId) {
    sql.update(
        "insert into run_partition (run_id, no, from_id, to_id, cursor_id) values (?, ?, ?, ?, ?)"
            + " on conflict (run_id, no) do nothing",
        runId,
        no,
        fromId,
        toId,
        fromId);
  }

  /**
   * Whether drafts that were planned and not issued yet are gone: the database crashed meanwhile.
   */
  boolean draftsAreLost(long runId) {
    return sql.one(
            row -> row.getBoolean(1),
            "select r.kind = 'MONTHLY' and not r.mode = 'DRY' and (select coalesce(sum(documents),"
                + " 0) from run_partition where run_id = r.id and no >= 0) > i.accounts + (select"
                + " count(*) from run_draft d where d.run_id = r.id and d.subscription_id >"
                + " i.cursor_id) from billing_run r join run_partition i on i.run_id = r.id and"
                + " i.no = ? where r.id = ?",
            ISSUE,
            runId)
        .orElse(false);
  }

  /** Whether the numbering has not come through all drafts. */
  boolean hasDraftsToIssue(long runId) {
    return sql.one(
            row -> row.getBoolean(1),
            "select exists (select 1 from run_draft d join run_partition i on i.run_id = d.run_id"
                + " and i.no = ? where d.run_id = ? and d.subscription_id > i.cursor_id)",
            ISSUE,
            runId)
        .orElse(false);
  }

  /** What is planned from here on bears this date. */
  void issueOn(long runId, LocalDate date) {
    sql.update("update billing_run set issue_date = ? where id = ?", date, runId);
  }

  /**
   * Goes through the whole work list again; what is issued already is due no more and stays in the
   * sums. Parked accounts whose document was planned and is thrown away are parked again.
   */
  void planAnew(RunRow run) {
    sql.update("delete from run_draft where run_id = ?", run.id());
    sql.update(
        "update run_parked k set resolved_at = null where k.run_id = ? and not exists (select 1"
            + " from invoice i where i.customer_id = k.customer_id and i.subscription_id ="
            + " k.subscription_id and i.run_id = k.run_id)",
        run.id());
    sql.one(row -> 0, "select discard_orphaned_lines(?, ?)", run.vendorCode(), run.issueDate());
    sql.update(
        "update run_partition set cursor_id = from_id, accounts = 0, documents = 0, lines = 0,"
            + " total_minor = 0, parked = 0 where run_id = ?",
        run.id());
    sql.update(
        "update run_partition p set documents = i.documents, lines = i.lines, total_minor = i.total"
            + " from (select count(*) documents, coalesce(sum(line_count), 0) lines,"
            + " coalesce(sum(total_minor), 0) total from invoice where run_id = ?) i where"
            + " p.run_id = ? and p.no = ?",
        run.id(),
        run.id(),
        ISSUE);
    sql.update("update billing_run set state = 'PLANNING' where id = ?", run.id());
  }

  List<RunView.Partition> partitions(long runId) {
    return sql.list(
        row ->
            new RunView.Partition(
                row.getInt(1), row.getLong(2), row.getLong(3), row.getLong(4), row.getLong(5)),
        "select no, from_id, to_id, cursor_id, accounts from run_partition where run_id = ? order"
            + " by no",
        runId);
  }

  /** From here on later days are open. */
  public void doneThrough(String vendor, RunKind kind, LocalDate date) {
    sql.update(
        "insert into run_watermark (vendor_code, kind, done_through) values (?, ?, ?)"
            + " on conflict (vendor_code, kind) do update set done_through ="
            + " greatest(run_watermark.done_through, excluded.done_through)",
        vendor,
        kind,
        date);
  }

  static RunRow row(ResultSet row) throws SQLException {
    Timestamp finished = row.getTimestamp("finished_at");
    return new RunRow(
        row.getLong("id"),
        row.getString("vendor_code"),
        RunKind.valueOf(row.getString("kind")),
        row.getObject("business_date", LocalDate.class),
        row.getObject("issue_date", LocalDate.class),
        row.getString("mode").equals("DRY"),
        RunState.valueOf(row.getString("state")),
        row.getString("owner"),
        row.getLong("fence"),
        row.getInt("attempt"),
        row.getString("policy"),
        row.getLong("planned"),
        row.getLong("total_minor"),
        row.getLong("documents"),
        row.getLong("lines"),
        row.getLong("parked"),
        row.getLong("issued"),
        row.getString("approved_by"),
        row.getString("reason"),
        instant(row.getTimestamp("started_at")),
        instant(finished));
  }

  private static Instant instant(Timestamp at) {
    return at == null ? null : at.toInstant();
  }

  /**
   * Where a partition stands.
   *
   * @param done all ids up to here are done
   * @param end last id of the partition
   * @param mine whether the ticket still holds the run
   */
  record Cursor(long done, long end, boolean mine, int attempt) {}
}
