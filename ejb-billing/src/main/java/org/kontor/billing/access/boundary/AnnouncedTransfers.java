package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import org.kontor.billing.access.boundary.TransferProgress.State;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;

/** What has become of what a customer said to have paid by transfer. */
@ApplicationScoped
public class AnnouncedTransfers {

  /** So long after its arrival a transfer is still spoken of. */
  private static final int DAYS_SHOWN = 14;

  @Inject private AccountHolders holders;
  @Inject private BookClock clock;
  @Inject private Sql sql;

  /**
   * The last one; empty when there was none, or it arrived long ago.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public Optional<TransferProgress> latest(long customerId) {
    AccountHolder holder = holders.asked(customerId);
    Instant now = clock.now();
    return sql.one(
            row -> read(row, holder, now),
            "select t.given_at, t.until_at, t.reference, c.closed_at, p.arrived, p.last_on"
                + " from subscription s join access_case c on c.subscription_id = s.id"
                + " join transfer_notice t on t.case_id = c.id"
                + " left join lateral (select sum(amount_minor) arrived, max(business_date) last_on"
                + " from payment where customer_id = s.customer_id and recorded_at >= t.given_at"
                + " and amount_minor > 0) p on true"
                + " where s.customer_id = ? and (c.closed_at is null or c.closed_at > ?)"
                + " order by t.given_at desc limit 1",
            customerId,
            now.minus(DAYS_SHOWN, ChronoUnit.DAYS))
        .filter(found -> found.state() != State.LATE || isOpen(found, now));
  }

  /** A deferral that ended long ago explains nothing. */
  private static boolean isOpen(TransferProgress found, Instant now) {
    return found.until().plus(DAYS_SHOWN, ChronoUnit.DAYS).isAfter(now);
  }

  private static TransferProgress read(ResultSet row, AccountHolder holder, Instant now)
      throws SQLException {
    Instant until = row.getObject(2, OffsetDateTime.class).toInstant();
    boolean closed = row.getObject(4) != null;
    long received = row.getLong(5);
    State state =
        closed && received > 0
            ? State.MATCHED
            : received > 0 ? State.PARTLY : until.isAfter(now) ? State.WAITING : State.LATE;
    return new TransferProgress(
        state,
        row.getObject(1, OffsetDateTime.class).toInstant(),
        until,
        row.getString(3),
        Money.ofMinor(received, holder.currency()).amount(),
        holder.currency().getCurrencyCode(),
        row.getObject(6, LocalDate.class));
  }
}
