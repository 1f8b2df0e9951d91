package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.EndedBy;

/** Stored cases; one that is open for each subscription at most. */
@ApplicationScoped
public class CaseStore {

  private static final String ALL = "select * from retention_case";

  private final Sql sql;
  private final Ids ids;

  @Inject
  public CaseStore(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected CaseStore() {
    this(null, null);
  }

  /**
   * Opens a case; does nothing when the subscription has one.
   *
   * @return the case, or empty when another one is open
   */
  public Optional<CaseRow> open(Account account, Countdown countdown, Opening opening) {
    long id = ids.next();
    int rows =
        sql.update(
            "insert into retention_case (id, customer_id, subscription_id, vendor_code, kind,"
                + " state, began_on, planned_on, deletes_on, notice_days, restore_days, closes,"
                + " erases, any_time, service_ends, started_by, reason, opened_at) values (?, ?, ?,"
                + " ?, ?, 'ELIGIBLE', ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing",
            id,
            account.customerId(),
            account.subscriptionId(),
            account.vendorCode(),
            countdown.kind(),
            countdown.from(),
            countdown.deletesOn(),
            countdown.deletesOn(),
            CaseRow.text(countdown.noticeDays()),
            countdown.restoreDays(),
            countdown.closes(),
            countdown.erases(),
            opening.anyTime(),
            opening.serviceEnds(),
            opening.by(),
            opening.reason(),
            opening.at());
    return rows == 1 ? get(id) : Optional.empty();
  }

  public Optional<CaseRow> get(long id) {
    return sql.one(CaseStore::row, ALL + " where id = ?", id);
  }

  /** To be changed: locked until the transaction ends. Lock the subscription first. */
  public Optional<CaseRow> lock(long id) {
    return sql.one(CaseStore::row, ALL + " where id = ? for update", id);
  }

  /** The running cases of these subscriptions, by subscription; locked. */
  public Map<Long, CaseRow> running(long... subscriptionIds) {
    return running(" for update", subscriptionIds);
  }

  /** The same, to be looked at only. */
  public Map<Long, CaseRow> present(long... subscriptionIds) {
    return running("", subscriptionIds);
  }

  private Map<Long, CaseRow> running(String locking, long... subscriptionIds) {
    Map<Long, CaseRow> found = new HashMap<>();
    sql.list(
            CaseStore::row,
            ALL
                + " where subscription_id = any(?)"
                + " and state in ('ELIGIBLE', 'ANNOUNCED', 'DUE', 'DELETED')"
                + locking,
            (Object) subscriptionIds)
        .forEach(row -> found.put(row.subscriptionId(), row));
    return found;
  }

  /**
   * Cases in the order of their ids.
   *
   * @param vendor, {@code state}, {@code kind}, {@code customer} null for all
   */
  public List<CaseRow> list(
      String vendor, CaseState state, CaseKind kind, Long customer, long after, int limit) {
    return sql.list(
        CaseStore::row,
        ALL
            + " where id > ? and (?::text is null or vendor_code = ?) and (?::text is null or state"
            + " = ?) and (?::text is null or kind = ?) and (?::bigint is null or customer_id = ?)"
            + " order by id limit ?",
        after,
        vendor,
        vendor,
        state == null ? null : state.name(),
        state == null ? null : state.name(),
        kind == null ? null : kind.name(),
        kind == null ? null : kind.name(),
        customer,
        customer,
        limit);
  }

  public void moved(long id, CaseState state, LocalDate deletesOn) {
    sql.update(
        "update retention_case set state = ?, deletes_on = ?, version = version + 1 where id = ?",
        state,
        deletesOn,
        id);
  }

  /**
   * @param quietUntil last day without a new notice, or null
   */
  public void ended(long id, EndedBy by, LocalDate on, LocalDate quietUntil) {
    sql.update(
        "update retention_case set state = 'CANCELLED', ended_by = ?, ended_on = ?, quiet_until ="
            + " ?, version = version + 1 where id = ?",
        by,
        on,
        quietUntil,
        id);
    // Where the notice has rested the ladder (S3.44), the next night looks at what it says now
    sql.update(
        "update access_case c set review_on = ?, version = c.version + 1 from retention_case r"
            + " where r.id = ? and r.kind = 'INACTIVITY' and c.subscription_id = r.subscription_id"
            + " and c.closed_at is null",
        on,
        id);
  }

  /**
   * @param was state of the subscription before
   */
  public void deleted(
      long id, LocalDate on, LocalDate purgeOn, String was, boolean closedCustomer) {
    sql.update(
        "update retention_case set state = 'DELETED', deleted_on = ?, purge_on = ?, state_before ="
            + " ?, closed_customer = ?, version = version + 1 where id = ?",
        on,
        purgeOn,
        was,
        closedCustomer,
        id);
  }

  /** Closed, and nothing to be deleted: the end of the case (S1.31 without S1.32). */
  public void closed(long id, LocalDate on, String was, boolean closedCustomer) {
    sql.update(
        "update retention_case set state = 'PURGED', ended_on = ?, state_before = ?,"
            + " closed_customer = ?, version = version + 1 where id = ?",
        on,
        was,
        closedCustomer,
        id);
  }

  public void purged(long id, LocalDate on) {
    sql.update(
        "update retention_case set state = 'PURGED', purge_on = ?, version = version + 1 where id ="
            + " ?",
        on,
        id);
  }

  public void restored(long id, LocalDate on, LocalDate quietUntil) {
    sql.update(
        "update retention_case set state = 'RESTORED', ended_on = ?, quiet_until = ?,"
            + " version = version + 1 where id = ?",
        on,
        quietUntil,
        id);
  }

  public void approved(long id, String by) {
    sql.update(
        "update retention_case set approved_by = ?, version = version + 1 where id = ?", by, id);
  }

  /** The deletions of a vendor that wait for a second person, locked. */
  public List<CaseRow> unapproved(String vendor) {
    return sql.list(
        CaseStore::row,
        ALL
            + " where vendor_code = ? and state = 'DUE' and approved_by is null"
            + " order by id for update",
        vendor);
  }

  private static CaseRow row(ResultSet row) throws SQLException {
    String ended = row.getString("ended_by");
    return new CaseRow(
        row.getLong("id"),
        row.getLong("customer_id"),
        row.getLong("subscription_id"),
        row.getString("vendor_code"),
        CaseState.valueOf(row.getString("state")),
        countdown(row),
        day(row, "deletes_on"),
        row.getBoolean("any_time"),
        day(row, "service_ends"),
        row.getString("started_by"),
        row.getString("reason"),
        ended == null ? null : EndedBy.valueOf(ended),
        day(row, "ended_on"),
        day(row, "quiet_until"),
        row.getString("state_before"),
        row.getBoolean("closed_customer"),
        day(row, "deleted_on"),
        day(row, "purge_on"),
        row.getString("approved_by"),
        row.getTimestamp("opened_at").toInstant(),
        row.getInt("version"));
  }

  private static Countdown countdown(ResultSet row) throws SQLException {
    return new Countdown(
        CaseKind.valueOf(row.getString("kind")),
        day(row, "began_on"),
        day(row, "planned_on"),
        CaseRow.days(row.getString("notice_days")),
        row.getInt("restore_days"),
        row.getBoolean("closes"),
        row.getBoolean("erases"));
  }

  private static LocalDate day(ResultSet row, String column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /**
   * Who opened a case, and how.
   *
   * @param by actor
   * @param serviceEnds of a termination, or null
   */
  public record Opening(
      String by, String reason, boolean anyTime, LocalDate serviceEnds, Instant at) {

    /** By the run of a night. */
    static Opening byRun(Instant at) {
      return new Opening("system", "", false, null, at);
    }
  }
}
