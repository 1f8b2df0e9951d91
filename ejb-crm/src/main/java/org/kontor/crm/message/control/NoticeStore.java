package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.MessageAudience;

/** The rows of notices, and who has put them away. */
@ApplicationScoped
public class NoticeStore {

  private static final String INSERT =
      "insert into notice (id, outbox_id, vendor_code, customer_id, topic, key, template, audience,"
          + " shown, created_at, shown_until) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::timestamptz)"
          + " on conflict (topic, key, template, audience) do nothing";

  @Inject private Sql sql;

  public void addAll(List<NoticeRow> rows) {
    sql.batch(
        INSERT,
        rows.stream()
            .map(
                n ->
                    new Object[] {
                      n.id(),
                      n.outboxId(),
                      n.vendor(),
                      n.customerId(),
                      n.topic(),
                      n.key(),
                      n.template(),
                      n.audience(),
                      n.shown(),
                      n.createdAt(),
                      n.shownUntil()
                    })
            .toList());
  }

  /** What a person has not put away and what has not expired; the latest first. */
  public List<NoticeRow> open(long customerId, long personId, Instant now, int atMost) {
    return sql.list(
        NoticeStore::row,
        "select * from notice n where n.customer_id = ? and (n.shown_until is null or"
            + " n.shown_until >= ?) and not exists (select 1 from notice_dismissal d where"
            + " d.notice_id = n.id and d.person_id = ?) order by n.id desc limit ?",
        customerId,
        now,
        personId,
        atMost);
  }

  public Optional<NoticeRow> find(long id) {
    return sql.one(NoticeStore::row, "select * from notice where id = ?", id);
  }

  /** Does nothing when it was put away before. */
  public void dismiss(long id, long personId, Instant now) {
    sql.update(
        "insert into notice_dismissal (notice_id, person_id, dismissed_at) values (?, ?, ?)"
            + " on conflict do nothing",
        id,
        personId,
        now);
  }

  private static NoticeRow row(ResultSet row) throws SQLException {
    return new NoticeRow(
        row.getLong("id"),
        row.getLong("outbox_id"),
        row.getString("vendor_code"),
        row.getLong("customer_id"),
        row.getString("topic"),
        row.getString("key"),
        row.getString("template"),
        MessageAudience.valueOf(row.getString("audience")),
        row.getString("shown"),
        MessageStore.instant(row, "created_at"),
        MessageStore.instant(row, "shown_until"));
  }

  /** One notice for all people of its audience. */
  public record NoticeRow(
      long id,
      long outboxId,
      String vendor,
      long customerId,
      String topic,
      String key,
      String template,
      MessageAudience audience,
      String shown,
      Instant createdAt,
      Instant shownUntil) {}
}
