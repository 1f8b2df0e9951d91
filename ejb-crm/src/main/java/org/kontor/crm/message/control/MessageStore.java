package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.message.AttachmentRef;
import org.kontor.domain.message.MessageState;

/** The rows of mails. */
@ApplicationScoped
public class MessageStore {

  private static final String INSERT =
      "insert into message (id, outbox_id, vendor_code, customer_id, topic, key, template,"
          + " recipient, copy, person_id, language, message_id, shown, attachments, business_date,"
          + " state, tries, due_at, created_at, reason)"
          + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?::bigint, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)"
          + " on conflict (topic, key, template, recipient, copy) do nothing";

  @Inject private Sql sql;

  /** Rows that are there already stay as they are: their messages are under way or sent. */
  public void addAll(List<MessageRow> rows) {
    sql.batch(INSERT, rows.stream().map(MessageStore::columns).toList());
  }

  /** Mails that are due, the one that has waited for longest first. */
  public List<Long> due(Instant now, int size) {
    return sql.list(
        row -> row.getLong(1),
        "select id from message where state = 'WAITING' and due_at <= ?"
            + " order by due_at, id limit ?",
        now,
        size);
  }

  /** The same of those that carry no document. */
  public List<Long> duePlain(Instant now, int size) {
    return sql.list(
        row -> row.getLong(1),
        "select id from message where state = 'WAITING' and attachments = '' and due_at <= ?"
            + " order by due_at, id limit ?",
        now,
        size);
  }

  /** How many are due, counted up to a bound. */
  public int waiting(Instant now, int most) {
    return sql.one(
            row -> row.getInt(1),
            "select count(*) from (select 1 from message where state = 'WAITING' and due_at <= ?"
                + " limit ?) due",
            now,
            most)
        .orElseThrow();
  }

  /** Locks a mail if it is still due and nobody else is sending it. */
  public Optional<MessageRow> takeDue(long id, Instant now) {
    return sql.one(
        MessageStore::row,
        "select * from message where id = ? and state = 'WAITING' and due_at <= ?"
            + " for update skip locked",
        id,
        now);
  }

  public Optional<MessageRow> find(long id) {
    return sql.one(MessageStore::row, "select * from message where id = ?", id);
  }

  /** The same, locked until the transaction ends. */
  public Optional<MessageRow> lock(long id) {
    return sql.one(MessageStore::row, "select * from message where id = ? for update", id);
  }

  /** By the header that the mail carries; the vendor must be one that may see it. */
  public Optional<MessageRow> lockByMessageId(String messageId, String vendor) {
    return sql.one(
        MessageStore::row,
        "select * from message where message_id = ?"
            + " and (?::text is null or vendor_code = ?) order by id limit 1 for update",
        messageId,
        vendor,
        vendor);
  }

  /** The latest first. */
  public List<MessageRow> page(long customerId, MessageState state, long before, int size) {
    String name = state == null ? null : state.name();
    return sql.list(
        MessageStore::row,
        "select * from message where customer_id = ? and (?::text is null or state = ?)"
            + " and id < ? order by id desc limit ?",
        customerId,
        name,
        name,
        before,
        size);
  }

  /**
   * The latest first, of one person or of all.
   *
   * @param person null for all, also for those that went to the customer's own address
   */
  public List<MessageRow> archive(long customerId, Long person, long before, int size) {
    return person == null
        ? page(customerId, null, before, size)
        : sql.list(
            MessageStore::row,
            "select * from message where person_id = ? and customer_id = ? and id < ?"
                + " order by id desc limit ?",
            person,
            customerId,
            before,
            size);
  }

  /** Those of a customer that carry a document, the latest first. */
  public List<MessageRow> carrying(long customerId, AttachmentRef document, int most) {
    return sql.list(
        MessageStore::row,
        "select * from message where customer_id = ? and ? = any(string_to_array(attachments, ' '))"
            + " order by id desc limit ?",
        customerId,
        document.kind() + ":" + document.id(),
        most);
  }

  /**
   * @param due when it is tried again; only matters while it waits
   */
  public void outcome(MessageRow row, MessageState state, Instant due, Instant now, String reason) {
    sql.update(
        "update message set state = ?, tries = tries + 1, due_at = ?, reason = ?,"
            + " sent_at = case when ? = 'SENT' then ?::timestamptz else sent_at end where id = ?",
        state,
        due,
        reason,
        state,
        now,
        row.id());
  }

  /** What it says, as it is sent now. */
  public MessageRow say(MessageRow row, String shown) {
    sql.update("update message set shown = ? where id = ?", shown, row.id());
    return find(row.id()).orElseThrow();
  }

  /** Without a try: it is not wanted, or a report came that it bounced. */
  public void settle(long id, MessageState state, String reason) {
    sql.update("update message set state = ?, reason = ? where id = ?", state, reason, id);
  }

  /** Mails to a person that wait, locked; one that is just being sent is waited for. */
  public List<MessageRow> waitingFor(long personId) {
    return sql.list(
        MessageStore::row,
        "select m.* from message m where m.customer_id in (select customer_id from membership"
            + " where person_id = ?) and m.state = 'WAITING' and m.person_id = ? order by m.id"
            + " for update",
        personId,
        personId);
  }

  /** The same of a customer's own addresses. */
  public List<MessageRow> waitingForBilling(long customerId) {
    return sql.list(
        MessageStore::row,
        "select * from message where customer_id = ? and state = 'WAITING' and person_id is null"
            + " and recipient <> '' order by id for update",
        customerId);
  }

  /**
   * Sends what waits to another address.
   *
   * @return whether it does; false when the same message goes there already
   */
  public boolean redirect(MessageRow row, String recipient, String messageId) {
    return sql.update(
            "update message m set recipient = ?, message_id = ? where id = ? and not exists"
                + " (select 1 from message o where o.topic = m.topic and o.key = m.key"
                + " and o.template = m.template and o.copy = m.copy and o.recipient = ?)",
            recipient,
            messageId,
            row.id(),
            recipient)
        == 1;
  }

  /** How many times it exists, sent again by people. */
  public int copies(MessageRow row) {
    return sql.one(
            found -> found.getInt(1),
            "select max(copy) + 1 from message where topic = ? and key = ? and template = ?"
                + " and outbox_id = ?",
            row.topic(),
            row.key(),
            row.template(),
            row.outboxId())
        .orElse(1);
  }

  /**
   * For each whom it was for, when it was taken first, at whatever address; empty where never. A
   * person counts once, and the customer's own address.
   */
  public List<Optional<Instant>> acceptances(String topic, String key) {
    return sql.list(
        row -> Optional.ofNullable(instant(row, "taken_at")),
        "select min(sent_at) filter (where state = 'SENT') as taken_at from message"
            + " where topic = ? and key = ? group by template, coalesce(person_id, 0)",
        topic,
        key);
  }

  private static Object[] columns(MessageRow m) {
    return new Object[] {
      m.id(),
      m.outboxId(),
      m.vendor(),
      m.customerId(),
      m.topic(),
      m.key(),
      m.template(),
      m.recipient(),
      m.copy(),
      m.personId(),
      m.language(),
      m.messageId(),
      m.shown(),
      m.attachments(),
      m.businessDate(),
      m.state(),
      m.tries(),
      m.dueAt(),
      m.createdAt(),
      m.reason()
    };
  }

  private static MessageRow row(ResultSet row) throws SQLException {
    return new MessageRow(
        row.getLong("id"),
        row.getLong("outbox_id"),
        row.getString("vendor_code"),
        row.getLong("customer_id"),
        row.getString("topic"),
        row.getString("key"),
        row.getString("template"),
        row.getString("recipient"),
        row.getInt("copy"),
        row.getObject("person_id", Long.class),
        row.getString("language"),
        row.getString("message_id"),
        row.getString("shown"),
        row.getString("attachments"),
        row.getObject("business_date", LocalDate.class),
        MessageState.valueOf(row.getString("state")),
        row.getInt("tries"),
        instant(row, "due_at"),
        instant(row, "created_at"),
        instant(row, "sent_at"),
        row.getString("reason"));
  }

  static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
