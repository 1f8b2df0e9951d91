package org.kontor.crm.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.ContactTraces;

/** Addresses of customers who are gone, taken out of mails, notices and bounces. */
@ApplicationScoped
public class ForgottenContacts implements ContactTraces {

  /** What stands in front of an address's hash. */
  static final String HASHED = "sha256:";

  // An address that somebody else of the vendor has stays marked
  private static final String BOUNCES =
      "delete from bounced_address b using (select distinct vendor_code, recipient from message"
          + " where customer_id = ? and recipient <> '' and state <> 'WAITING') m"
          + " where b.vendor_code = m.vendor_code and b.address = m.recipient"
          + " and not exists (select 1 from customer c where c.vendor_code = b.vendor_code"
          + " and c.email <> '' and lower(c.email) = b.address and c.id <> ?)"
          + " and not exists (select 1 from customer c where c.vendor_code = b.vendor_code"
          + " and string_to_array(c.further_emails, ' ') @> array[b.address] and c.id <> ?)"
          + " and not exists (select 1 from person p where p.vendor_code = b.vendor_code"
          + " and lower(p.email) = b.address)";

  private static final String MAILS =
      "update message set recipient = '"
          + HASHED
          + "' || encode(sha256(convert_to(recipient, 'UTF8')), 'hex'), person_id = null,"
          + " reason = '' where customer_id = ? and state <> 'WAITING' and recipient <> ''"
          + " and recipient not like '"
          + HASHED
          + "%'";

  private final Sql sql;

  @Inject
  public ForgottenContacts(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected ForgottenContacts() {
    this(null);
  }

  @Override
  public boolean posting(long customerId) {
    return sql.one(
            row -> row.getBoolean(1),
            "select exists (select 1 from message where customer_id = ? and state = 'WAITING')"
                + " or exists (select 1 from outbox where customer_id = ? and delivered_at is null)",
            customerId,
            customerId)
        .orElseThrow();
  }

  @Override
  public Map<String, Long> forget(long customerId) {
    long bounces = sql.update(BOUNCES, customerId, customerId, customerId);
    // Its values name the person who asked
    long asked =
        sql.update(
            "delete from message where customer_id = ? and topic = 'administrator.asked'"
                + " and state <> 'WAITING'",
            customerId);
    long mails = asked + sql.update(MAILS, customerId);
    sql.update(
        "delete from notice_dismissal d using notice n where n.id = d.notice_id"
            + " and n.customer_id = ?",
        customerId);
    long notices = sql.update("delete from notice where customer_id = ?", customerId);
    return Map.of("message", mails, "notice", notices, "bounced_address", bounces);
  }
}
