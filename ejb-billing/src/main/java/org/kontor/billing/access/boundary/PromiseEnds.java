package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.access.control.PromiseNews;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Outbox.Message;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.run.DueMoments;

/** Promised payments that were not kept end, and are told, at their exact moment (S2.32). */
@Stateless
public class PromiseEnds implements DueMoments {

  /** In one transaction; the next look finds the others. */
  private static final int MOST = 500;

  private static final String OVER =
      "select p.id, p.customer_id from access_promise p where p.state = 'RUNNING'"
          + " and p.ends_at <= ? order by p.ends_at, p.id limit ?";

  /** As a payment locks them: one that is being booked is waited for, and keeps the promise. */
  private static final String LOCK =
      "select id from subscription where customer_id = any(?) order by id for no key update";

  private static final String BROKEN =
      "update access_promise set state = 'BROKEN', settled_at = ends_at where id = any(?)"
          + " and state = 'RUNNING' returning id, customer_id, subscription_id, state, ends_at,"
          + " due_minor, currency, vendor_code";

  @Inject private Sql sql;
  @Inject private Outbox outbox;
  @Inject private PolicyBook policies;

  @Override
  public Optional<Instant> next(Instant upTo) {
    return sql.one(
            row -> Optional.ofNullable(row.getObject(1, OffsetDateTime.class)),
            "select min(ends_at) from access_promise where state = 'RUNNING' and ends_at <= ?",
            upTo)
        .flatMap(found -> found)
        .map(OffsetDateTime::toInstant);
  }

  @Override
  public void end(Instant upTo) {
    List<long[]> over =
        sql.list(row -> new long[] {row.getLong(1), row.getLong(2)}, OVER, upTo, MOST);
    if (over.isEmpty()) {
      return;
    }
    long[] ids = over.stream().mapToLong(row -> row[0]).toArray();
    long[] customers = over.stream().mapToLong(row -> row[1]).distinct().toArray();
    sql.list(row -> row.getLong(1), LOCK, (Object) customers);
    outbox.addAll(sql.list(this::told, BROKEN, (Object) ids));
  }

  private Message told(ResultSet row) throws SQLException {
    Instant end = row.getObject("ends_at", OffsetDateTime.class).toInstant();
    String vendor = row.getString("vendor_code");
    LocalDate day = LocalDate.ofInstant(end, policies.vendor(vendor).zone());
    PolicyPack pack = policies.inForce(vendor, day);
    return PromiseNews.settled(row, pack, day);
  }
}
