package org.kontor.billing.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.kontor.billing.usage.control.FactRow.Key;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.Timing;

/** The rows of facts and what is known of their subscriptions; thousands with one statement. */
@ApplicationScoped
public class FactStore {

  private static final String OWNERS =
      "select s.id, s.customer_id, s.vendor_code, s.timing, s.state, s.started_on, s.activated_on,"
          + " s.ends_on, s.charged_through, v.book_from,"
          + " case when w.kind = 'SETTLEMENT' then w.done_through - 1 else w.done_through end"
          + " from subscription s join vendor v on v.code = s.vendor_code"
          + " left join run_watermark w on w.vendor_code = s.vendor_code and w.kind ="
          + " case s.timing when 'DAILY' then 'DAILY' when 'MONTHLY_ARREARS' then 'SETTLEMENT' end"
          + " where s.id = any(?) order by s.id";

  private static final String KNOWN =
      "select f.subscription_id, f.metric, f.fact_key, f.input_hash, f.business_date, f.charged_on"
          + " from unnest(?::bigint[], ?::text[], ?::text[]) t (id, metric, key)"
          + " join usage_fact f on f.subscription_id = t.id and f.metric = t.metric"
          + " and f.fact_key = t.key";

  private static final String INSERT =
      "insert into usage_fact (id, customer_id, subscription_id, metric, fact_key, input_hash,"
          + " business_date, occurred_at, quantity, evidence, charged_on, correction, recorded_at)"
          + " select id, customer, subscription, metric, key, decode(hash, 'hex'), day::date,"
          + " at::timestamptz, quantity, evidence, charged::date, correction, ?"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[], ?::text[], ?::text[],"
          + " ?::text[], ?::text[], ?::bigint[], ?::text[], ?::text[], ?::boolean[])"
          + " t (id, customer, subscription, metric, key, hash, day, at, quantity, evidence,"
          + " charged, correction)"
          + " on conflict (subscription_id, metric, fact_key) do nothing"
          + " returning subscription_id, metric, fact_key";

  private final Sql sql;
  private final Ids ids;

  @Inject
  public FactStore(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected FactStore() {
    this(null, null);
  }

  /**
   * Subscriptions by id, held so that no run closes a day under the facts being recorded.
   *
   * @param exclusive when days already charged may be corrected
   */
  Map<Long, FactOwner> owners(long[] subscriptionIds, boolean exclusive) {
    // Locked first and read afterwards: what a run committed while this waited is then seen
    sql.list(
        row -> row.getLong(1),
        "select id from subscription where id = any(?) order by id for "
            + (exclusive ? "no key update" : "share"),
        (Object) subscriptionIds);
    Map<Long, FactOwner> owners = new HashMap<>(subscriptionIds.length * 2);
    sql.list(FactStore::owner, OWNERS, (Object) subscriptionIds)
        .forEach(owner -> owners.put(owner.subscriptionId(), owner));
    return owners;
  }

  /** One subscription as it stands, not held. */
  Optional<FactOwner> read(long subscriptionId) {
    return sql.one(FactStore::owner, OWNERS, (Object) new long[] {subscriptionId});
  }

  private static FactOwner owner(ResultSet row) throws SQLException {
    return new FactOwner(
        row.getLong(1),
        row.getLong(2),
        row.getString(3),
        Timing.valueOf(row.getString(4)),
        row.getString(5),
        day(row, 6),
        day(row, 7),
        day(row, 8),
        day(row, 9),
        day(row, 10),
        day(row, 11));
  }

  /** Facts recorded before, by key. */
  Map<Key, KnownFact> known(Collection<Key> keys) {
    Map<Key, KnownFact> known = new HashMap<>();
    sql.list(
            row -> Map.entry(key(row), new KnownFact(row.getBytes(4), day(row, 5), day(row, 6))),
            KNOWN,
            keys.stream().mapToLong(Key::subscriptionId).toArray(),
            keys.stream().map(Key::metric).toArray(String[]::new),
            keys.stream().map(Key::factKey).toArray(String[]::new))
        .forEach(entry -> known.put(entry.getKey(), entry.getValue()));
    return known;
  }

  /**
   * Inserts facts.
   *
   * @param rows in {@link FactRow#ORDER}
   * @return keys that were not there before; the others came in by a parallel call
   */
  Set<Key> insert(List<FactRow> rows, Instant recordedAt) {
    return new HashSet<>(
        sql.list(
            FactStore::key,
            INSERT,
            recordedAt,
            ids.next(rows.size()),
            rows.stream().mapToLong(row -> row.owner().customerId()).toArray(),
            rows.stream().mapToLong(row -> row.key().subscriptionId()).toArray(),
            texts(rows, row -> row.key().metric()),
            texts(rows, row -> row.key().factKey()),
            texts(rows, row -> HexFormat.of().formatHex(row.hash())),
            texts(rows, row -> row.taken().day()),
            texts(rows, FactRow::occurredAt),
            rows.stream().mapToLong(FactRow::quantity).toArray(),
            texts(rows, FactRow::evidence),
            texts(rows, row -> row.taken().chargedOn()),
            rows.stream().map(FactRow::correction).toArray(Boolean[]::new)));
  }

  private static String[] texts(List<FactRow> rows, Function<FactRow, Object> column) {
    return rows.stream().map(column).map(String::valueOf).toArray(String[]::new);
  }

  private static Key key(ResultSet row) throws SQLException {
    return new Key(row.getLong(1), row.getString(2), row.getString(3));
  }

  private static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  /** A fact recorded before. */
  record KnownFact(byte[] hash, LocalDate day, LocalDate chargedOn) {}
}
