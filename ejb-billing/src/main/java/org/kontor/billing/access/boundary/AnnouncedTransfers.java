package org.kontor.billing.access.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.access.boundary.TransferProgress.State;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;

/** What has become of what a customer said to have paid by transfer. */
@ApplicationScoped
public class AnnouncedTransfers {

  /** So long after its arrival a transfer is still spoken of. */
  private static final int DAYS_SHOWN = 14;

  private static final String OF_CUSTOMER =
      "select t.given_at, t.until_at, t.reference, c.closed_at, p.arrived, p.last_on, t.case_id,"
          + " s.id, f.name, f.media_type, length(f.content), f.sent_at"
          + " from subscription s join access_case c on c.subscription_id = s.id"
          + " join transfer_notice t on t.case_id = c.id"
          + " left join transfer_proof f on f.case_id = t.case_id"
          + " left join lateral (select sum(amount_minor) arrived, max(business_date) last_on"
          + " from payment where customer_id = s.customer_id and recorded_at >= t.given_at"
          + " and amount_minor > 0) p on true where s.customer_id = ? ";

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
            OF_CUSTOMER
                + "and (c.closed_at is null or c.closed_at > ?) order by t.given_at desc limit 1",
            customerId,
            now.minus(DAYS_SHOWN, ChronoUnit.DAYS))
        .filter(found -> found.state() != State.LATE || isOpen(found, now));
  }

  /**
   * All that the customer announced, the latest first.
   *
   * @param after {@code next} of the page before, or null
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, INVALID_VALUE
   */
  public Page<TransferProgress> list(long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    AccountHolder holder = holders.asked(customerId);
    Instant now = clock.now();
    List<TransferProgress> found =
        sql.list(
            row -> read(row, holder, now),
            OF_CUSTOMER
                + "and (? or (t.given_at, t.case_id) < (select a.given_at, a.case_id"
                + " from transfer_notice a where a.case_id = ?))"
                + " order by t.given_at desc, t.case_id desc limit ?",
            customerId,
            after == null,
            Page.afterId(after),
            size + 1);
    return Page.of(found, size, last -> Long.toString(last.caseId()));
  }

  /** A deferral that ended long ago explains nothing. */
  private static boolean isOpen(TransferProgress found, Instant now) {
    return found.until().plus(DAYS_SHOWN, ChronoUnit.DAYS).isAfter(now);
  }

  private static TransferProgress read(ResultSet row, AccountHolder holder, Instant now)
      throws SQLException {
    Instant until = instant(row, 2);
    boolean closed = row.getObject(4) != null;
    long received = row.getLong(5);
    State state =
        closed && received > 0
            ? State.MATCHED
            : received > 0 ? State.PARTLY : until.isAfter(now) ? State.WAITING : State.LATE;
    return new TransferProgress(
        state,
        row.getLong(7),
        row.getLong(8),
        !closed,
        instant(row, 1),
        until,
        row.getString(3),
        Money.ofMinor(received, holder.currency()).amount(),
        holder.currency().getCurrencyCode(),
        row.getObject(6, LocalDate.class),
        row.getString(9) == null
            ? null
            : new TransferProofView(
                row.getLong(7),
                row.getString(9),
                row.getString(10),
                row.getLong(11),
                instant(row, 12)));
  }

  private static Instant instant(ResultSet row, int column) throws SQLException {
    return row.getObject(column, OffsetDateTime.class).toInstant();
  }
}
