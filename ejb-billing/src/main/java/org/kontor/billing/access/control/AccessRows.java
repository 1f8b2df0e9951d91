package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.access.control.AccessRow.Case;
import org.kontor.billing.access.control.AccessRow.Item;
import org.kontor.billing.access.control.AccessRow.Spared;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** Reads all that decides on access with one statement, by keys only: a log-in waits for it. */
@ApplicationScoped
public class AccessRows {

  private static final String SELECT =
      "select s.id, s.customer_id, s.vendor_code, s.plan_code, s.state, s.trial_last_day,"
          + " s.stopped_on, s.ends_on, m.role,"
          + " coalesce(w.credit_minor - w.debit_minor, 0)"
          + " + coalesce(b.credit_minor - b.debit_minor, 0),"
          + " c.id, c.episode_id, c.cause, c.began_on, c.booked_at, c.told, c.stopped_service,"
          + " p.id, p.taken_at, p.ends_at, p.skipped_days,"
          + " h.id, h.from_at, h.until_at, h.reason, t.given_at, t.until_at, t.reference,"
          + " e.until_at, o.invoice_id, o.number, o.due_date, o.open_minor, l.last_at,"
          + " case when r.kind = 'INACTIVITY' and r.state <> 'ELIGIBLE' then r.began_on end,"
          + " g.ordered, u.invoice_id, u.number, u.due_date, u.open_minor,"
          + " case when r.kind <> 'INACTIVITY' then r.deletes_on end, c.graces, m.rights"
          + " from subscription s"
          + " left join membership m on m.customer_id = s.customer_id and m.person_id = ?"
          + " left join ledger_account w on w.id = "
          + AccountKind.WALLET.of("s.customer_id")
          + " left join ledger_account b on b.id = "
          + AccountKind.BONUS.of("s.customer_id")
          + " left join access_case c on c.subscription_id = s.id and c.closed_at is null"
          + " left join access_promise p on p.customer_id = s.customer_id"
          + " and p.state = 'RUNNING' and p.episode_id = c.episode_id"
          + " left join access_hold h on h.subscription_id = s.id and h.ended_at is null"
          + " left join transfer_notice t on t.case_id = c.id"
          + " left join export_window e on e.subscription_id = s.id"
          + " left join retention_case r on r.subscription_id = s.id"
          + " and r.state in ('ELIGIBLE', 'ANNOUNCED', 'DUE')"
          + " left join subscription_login l on l.subscription_id = s.id"
          + " left join lateral (select q.invoice_id, i.number, q.due_date, q.open_minor"
          + " from open_item q join invoice i on i.customer_id = q.customer_id"
          + " and i.id = q.invoice_id where q.subscription_id = s.id"
          + " order by q.due_date, q.invoice_id limit 1) o on true"
          + " left join lateral (select q.invoice_id, i.number, q.due_date, q.open_minor"
          + " from open_item q join invoice i on i.customer_id = q.customer_id"
          + " and i.id = q.invoice_id where q.subscription_id = s.id"
          + " and q.open_minor = i.total_minor"
          + " order by q.due_date, q.invoice_id limit 1) u on true"
          // What was ordered; days in the form that LocalDate reads
          + " left join lateral (select string_agg(concat_ws(',', a.product_code, a.state,"
          + " to_char(a.ordered_on, 'YYYY-MM-DD'),"
          + " coalesce(to_char(a.expires_on, 'YYYY-MM-DD'), ''),"
          + " coalesce(to_char(f.issue_date, 'YYYY-MM-DD'), '')), ';' order by a.id) ordered"
          + " from purchased_product a left join invoice f on f.customer_id = a.customer_id"
          + " and f.id = a.renewal_invoice_id and a.state = 'ACTIVE'"
          + " where a.customer_id = s.customer_id) g on true ";

  private static final String NAMED =
      "where s.id = (select n.id from subscription n join customer u on u.id = n.customer_id"
          + " where u.vendor_code = ? and u.reference = ? and n.plan_code = ?"
          + " order by n.state = 'DELETED', n.state = 'ENDED', n.id desc limit 1)";

  private final Sql sql;

  @Inject
  public AccessRows(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected AccessRows() {
    this(null);
  }

  /**
   * @param person whose role is wanted, 0 for nobody
   */
  public Optional<AccessRow> find(long subscriptionId, long person) {
    return sql.one(AccessRows::read, SELECT + "where s.id = ?", person, subscriptionId);
  }

  /**
   * By the vendor's own customer number and the plan; the living subscription before ended ones.
   */
  public Optional<AccessRow> find(String vendor, String reference, String plan, long person) {
    return sql.one(AccessRows::read, SELECT + NAMED, person, vendor, reference, plan);
  }

  /**
   * Of a customer's subscriptions that are neither ended nor deleted, in the order of their ids.
   *
   * @param person whose role is wanted
   */
  public List<AccessRow> living(long customerId, long person) {
    return sql.list(
        AccessRows::read,
        SELECT + "where s.customer_id = ? and s.state not in ('ENDED', 'DELETED') order by s.id",
        person,
        customerId);
  }

  /**
   * Of all of a customer's subscriptions, also of those that are gone, in the order of their ids.
   * For pages: the database plans a list of ids anew each time, and this statement once.
   */
  public List<AccessRow> ofCustomer(long customerId) {
    return sql.list(
        AccessRows::read, SELECT + "where s.customer_id = ? order by s.id", 0L, customerId);
  }

  /** Of a chunk, ascending. */
  public List<AccessRow> chunk(long[] subscriptionIds) {
    return sql.list(
        AccessRows::read, SELECT + "where s.id = any(?) order by s.id", 0L, subscriptionIds);
  }

  private static AccessRow read(ResultSet row) throws SQLException {
    return new AccessRow(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        row.getString(4),
        State.valueOf(row.getString(5)),
        row.getObject(6, LocalDate.class),
        row.getObject(7, LocalDate.class),
        row.getObject(8, LocalDate.class),
        row.getString(9) == null
            ? null
            : new Position(Role.valueOf(row.getString(9)), FineRight.read(row.getString(43))),
        row.getLong(10),
        openCase(row),
        spared(row, 18, 19, 20, "", text(row, 21)),
        spared(row, 22, 23, 24, text(row, 25), ""),
        spared(row, 11, 26, 27, text(row, 28), ""),
        instant(row, 29),
        item(row, 30),
        item(row, 37),
        instant(row, 34),
        row.getObject(35, LocalDate.class),
        row.getObject(41, LocalDate.class),
        text(row, 36));
  }

  /** Four columns from this one on. */
  private static Item item(ResultSet row, int first) throws SQLException {
    return row.getObject(first) == null
        ? null
        : new Item(
            row.getLong(first),
            row.getString(first + 1),
            row.getObject(first + 2, LocalDate.class),
            row.getLong(first + 3));
  }

  private static Case openCase(ResultSet row) throws SQLException {
    return row.getObject(11) == null
        ? null
        : new Case(
            row.getLong(11),
            row.getLong(12),
            Trigger.valueOf(row.getString(13)),
            row.getObject(14, LocalDate.class),
            instant(row, 15),
            row.getInt(16),
            row.getInt(42),
            row.getBoolean(17));
  }

  private static Spared spared(
      ResultSet row, int id, int from, int until, String subject, String skipped)
      throws SQLException {
    return row.getObject(until) == null
        ? null
        : new Spared(row.getLong(id), instant(row, from), instant(row, until), subject, skipped);
  }

  private static String text(ResultSet row, int column) throws SQLException {
    String value = row.getString(column);
    return value == null ? "" : value;
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
    return value == null ? null : value.toInstant();
  }
}
