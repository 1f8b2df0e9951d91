package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;

/** Addresses that refuse mail. */
@ApplicationScoped
public class Addresses {

  @Inject private Sql sql;
  @Inject private Ids ids;

  /** The first refusal is kept; later ones add nothing. */
  public void bounced(MessageRow message, String reason, Instant now) {
    sql.update(
        "insert into bounced_address (id, vendor_code, address, reason, message_id, bounced_at)"
            + " values (?, ?, ?, ?, ?, ?) on conflict (vendor_code, address) do nothing",
        ids.next(),
        message.vendor(),
        message.recipient(),
        reason,
        message.id(),
        now);
  }

  /** Why an address takes no mail; empty when it does. */
  public Optional<String> refusal(String vendor, String address) {
    return sql.one(
        row -> row.getString(1),
        "select reason from bounced_address where vendor_code = ? and address = ?",
        vendor,
        address);
  }

  public Optional<Bounced> find(long id) {
    return sql.one(Addresses::row, "select * from bounced_address where id = ?", id);
  }

  /**
   * @param vendor null for all
   */
  public List<Bounced> page(String vendor, long after, int size) {
    return sql.list(
        Addresses::row,
        "select * from bounced_address where (?::text is null or vendor_code = ?) and id > ?"
            + " order by id limit ?",
        vendor,
        vendor,
        after,
        size);
  }

  public void isGood(long id) {
    sql.update("delete from bounced_address where id = ?", id);
  }

  private static Bounced row(ResultSet row) throws SQLException {
    return new Bounced(
        row.getLong("id"),
        row.getString("vendor_code"),
        row.getString("address"),
        row.getString("reason"),
        row.getObject("message_id", Long.class),
        MessageStore.instant(row, "bounced_at"));
  }

  /**
   * An address that refuses mail.
   *
   * @param messageId our id of the mail that it refused
   */
  public record Bounced(
      long id, String vendor, String address, String reason, Long messageId, Instant bouncedAt) {}
}
