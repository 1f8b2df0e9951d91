package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.Happened;

/** The outbox as its reader sees it. */
@ApplicationScoped
public class OutboxRows {

  private static final String COLUMNS =
      "select id, topic, key, vendor_code, customer_id, payload, business_date, tries from outbox";

  @Inject private Sql sql;

  /** Locks rows that wait and that no other node holds, the oldest first. */
  public List<Entry> take(Instant now, int size) {
    return sql.list(
        OutboxRows::entry,
        COLUMNS
            + " where delivered_at is null and (retry_at is null or retry_at <= ?)"
            + " order by id limit ? for update skip locked",
        now,
        size);
  }

  /** The same for rows of their own, as long as they wait. */
  public Optional<Entry> takeOne(long id) {
    return sql.one(
        OutboxRows::entry,
        COLUMNS + " where id = ? and delivered_at is null for update skip locked",
        id);
  }

  public List<Long> waiting(Instant now, int size) {
    return sql.list(
        row -> row.getLong(1),
        "select id from outbox where delivered_at is null and (retry_at is null or retry_at <= ?)"
            + " order by id limit ?",
        now,
        size);
  }

  public Optional<Happened> happened(long id) {
    return sql.one(OutboxRows::entry, COLUMNS + " where id = ?", id).map(Entry::happened);
  }

  public void delivered(Collection<Long> ids, Instant now) {
    sql.update(
        "update outbox set delivered_at = ?, failure = '' where id = any(?)",
        now,
        ids.toArray(Long[]::new));
  }

  public void failed(long id, Instant retryAt, String reason) {
    sql.update(
        "update outbox set tries = tries + 1, retry_at = ?, failure = ? where id = ?"
            + " and delivered_at is null",
        retryAt,
        reason,
        id);
  }

  private static Entry entry(ResultSet row) throws SQLException {
    return new Entry(
        row.getLong("id"),
        row.getInt("tries"),
        new Happened(
            row.getString("topic"),
            row.getString("key"),
            row.getString("vendor_code"),
            row.getObject("customer_id", Long.class),
            ShownValues.payload(row.getString("payload")),
            row.getObject("business_date", LocalDate.class)));
  }

  /**
   * @param tries that failed
   */
  public record Entry(long id, int tries, Happened happened) {}
}
