package org.kontor.billing.timeline.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.timeline.boundary.RecentChange.Kind;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;

/** What has happened since somebody looked last: documents, payments, changes of the plan. */
@ApplicationScoped
public class RecentChanges {

  private static final int MOST = 6;

  /** So long after its day a charge may be booked and still be told. */
  private static final int LATE_DAYS = 40;

  @Inject private AccountHolders holders;
  @Inject private Sql sql;

  /**
   * The latest first, at most {@value #MOST}.
   *
   * @param since in the book's time
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public List<RecentChange> since(long customerId, Instant since) {
    AccountHolder holder = holders.asked(customerId);
    Currency currency = holder.currency();
    return sql.list(
        row -> {
          Kind kind = Kind.valueOf(row.getString(1));
          BigDecimal amount =
              kind == Kind.PLAN ? null : Money.ofMinor(Math.abs(row.getLong(5)), currency).amount();
          return new RecentChange(
              kind,
              row.getObject(2, OffsetDateTime.class).toInstant(),
              row.getLong(3),
              row.getString(4),
              amount,
              currency.getCurrencyCode());
        },
        "(select kind, recorded_at, id, number, total_minor from invoice"
            + " where customer_id = ? and recorded_at > ? order by id desc limit 6)"
            + " union all (select 'PAYMENT', recorded_at, 0, method, amount_minor from payment"
            + " where customer_id = ? and recorded_at > ? order by id desc limit 6)"
            + " union all (select 'PLAN', (c.effective_on::timestamp at time zone ?), 0,"
            + " c.plan_code, 0 from subscription s join plan_change c on c.subscription_id = s.id"
            + " where s.customer_id = ? and c.state = 'APPLIED'"
            + " and (c.effective_on::timestamp at time zone ?) > ? limit 6)"
            + " union all (select 'CHARGES', max(recorded_at), 0, '', sum(amount_minor) from charge"
            + " where customer_id = ? and business_date >= (?::timestamptz at time zone ?)::date"
            + " and recorded_at > ? having sum(amount_minor) > 0)"
            + " order by 2 desc, 3 desc limit 6",
        customerId,
        since,
        customerId,
        since,
        holder.zone().getId(),
        customerId,
        holder.zone().getId(),
        since,
        customerId,
        since.minus(LATE_DAYS, ChronoUnit.DAYS),
        holder.zone().getId(),
        since);
  }
}
