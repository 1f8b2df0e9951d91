package org.kontor.billing.wallet.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.wallet.boundary.MonthOfMovements;
import org.kontor.billing.wallet.boundary.MovementView;
import org.kontor.billing.wallet.boundary.Movements.MovementRow;
import org.kontor.billing.wallet.boundary.Period;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.ledger.AccountStatement.Row;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.DateRange;

/** Sums of what moved a balance, by month and by day, and the whole of it as it is read. */
@ApplicationScoped
public class MovementHistory {

  /** The legs of one customer: wallet, bonus (twice each), customer. */
  private static final String LEGS =
      "with leg as (select business_date, recorded_at, source_id, code, currency,"
          + " case when credit_account in (?, ?) then amount_minor else 0 end"
          + " - case when debit_account in (?, ?) then amount_minor else 0 end as amount,"
          + " case when credit_account = ? then amount_minor else 0 end"
          + " - case when debit_account = ? then amount_minor else 0 end as bonus"
          + " from ledger_transfer where customer_id = ?"
          + " and (debit_account in (?, ?) or credit_account in (?, ?)))"
          + ", movement as (select business_date, max(recorded_at) as recorded_at, source_id,"
          + " min(code) as code, sum(amount) as amount, sum(bonus) as bonus"
          + " from leg group by business_date, source_id)";

  private static final String MONTHS =
      LEGS
          + " select m, sum(closing_move) over (order by m)::bigint, taken_in, taken_out, number"
          + " from (select date_trunc('month', business_date)::date as m,"
          + " sum(amount)::bigint as closing_move,"
          + " sum(greatest(amount, 0))::bigint as taken_in,"
          + " sum(greatest(-amount, 0))::bigint as taken_out, count(*)::int as number"
          + " from movement group by 1) sums order by m desc limit ?";

  private static final String NAMED =
      LEGS
          + ", running as (select *, sum(amount) over (order by business_date, recorded_at,"
          + " source_id)::bigint as balance from movement)"
          + " select r.business_date, r.code, coalesce(c.name, p.method, ''), r.amount::bigint,"
          + " r.bonus::bigint, r.balance from running r"
          + " left join charge c on c.customer_id = ? and c.business_date = r.business_date"
          + " and c.id = r.source_id"
          + " left join payment p on p.id = r.source_id"
          + " where r.business_date between ? and ?";

  private static final String EACH =
      NAMED + " order by r.business_date desc, r.recorded_at desc, r.source_id desc";

  private static final String IN_ORDER =
      NAMED + " order by r.business_date, r.recorded_at, r.source_id limit ?";

  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 1, 1);

  private final Sql sql;

  @Inject
  public MovementHistory(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected MovementHistory() {
    this(null);
  }

  public List<MonthOfMovements> months(AccountHolder holder, int limit) {
    Currency currency = holder.currency();
    return sql.list(
        row -> {
          BigDecimal closing = money(row, 2, currency);
          BigDecimal in = money(row, 3, currency);
          BigDecimal out = money(row, 4, currency);
          return new MonthOfMovements(
              YearMonth.from(row.getObject(1, LocalDate.class)),
              closing.subtract(in).add(out),
              in,
              out,
              closing,
              row.getInt(5),
              currency.getCurrencyCode());
        },
        MONTHS,
        legs(holder, limit));
  }

  /** What each day from this one on moved, where it moved something. */
  public Map<LocalDate, Money> moved(AccountHolder holder, LocalDate from) {
    Map<LocalDate, Money> days = new HashMap<>();
    sql.list(
        row ->
            days.put(
                row.getObject(1, LocalDate.class),
                Money.ofMinor(row.getLong(2), holder.currency())),
        LEGS
            + " select business_date, sum(amount)::bigint from movement where business_date >= ?"
            + " group by 1",
        legs(holder, from));
    return days;
  }

  /** The balance at the beginning of a day. */
  public Money before(AccountHolder holder, LocalDate day) {
    return sql.one(
            row -> Money.ofMinor(row.getLong(1), holder.currency()),
            LEGS + " select coalesce(sum(amount), 0)::bigint from movement where business_date < ?",
            legs(holder, day))
        .orElseThrow();
  }

  public void each(AccountHolder holder, Period period, Consumer<MovementRow> taker) {
    Currency currency = holder.currency();
    sql.each(
        row ->
            new MovementRow(
                row.getObject(1, LocalDate.class),
                MovementView.Kind.of(row.getString(2)),
                row.getString(3),
                money(row, 4, currency),
                money(row, 5, currency),
                money(row, 6, currency),
                currency.getCurrencyCode()),
        taker,
        EACH,
        legs(
            holder,
            holder.id(),
            period.from() == null ? BEGINNING : period.from(),
            period.to() == null ? END : period.to()));
  }

  /**
   * The first movements of a period, in their order; all balances are of one moment.
   *
   * @param limit of rows
   */
  public List<Row> inOrder(AccountHolder holder, DateRange period, int limit) {
    return sql.list(
        row ->
            new Row(
                row.getObject(1, LocalDate.class),
                MovementView.Kind.of(row.getString(2)).name(),
                row.getString(3),
                Money.ofMinor(row.getLong(4), holder.currency()),
                Money.ofMinor(row.getLong(6), holder.currency())),
        IN_ORDER,
        legs(holder, holder.id(), period.from(), period.to(), limit));
  }

  /** What stands on the balance; empty where no plan charges it and nothing stands on it. */
  public Optional<Money> balance(AccountHolder holder) {
    return sql.one(
            row ->
                row.getBoolean(1) || row.getLong(2) != 0
                    ? Optional.of(Money.ofMinor(row.getLong(2), holder.currency()))
                    : Optional.<Money>empty(),
            "select exists (select 1 from subscription where customer_id = ?"
                + " and timing <> 'MONTHLY_ADVANCE' and state not in ('ENDED', 'DELETED'))"
                + " or coalesce(bool_or(credit_minor <> debit_minor), false),"
                + " coalesce(sum(credit_minor - debit_minor), 0)::bigint"
                + " from ledger_account where id in (?, ?)",
            holder.id(),
            AccountKind.WALLET.of(holder.id()),
            AccountKind.BONUS.of(holder.id()))
        .orElseThrow();
  }

  private static Object[] legs(AccountHolder holder, Object... more) {
    long wallet = AccountKind.WALLET.of(holder.id());
    long bonus = AccountKind.BONUS.of(holder.id());
    Object[] head = {
      wallet, bonus, wallet, bonus, bonus, bonus, holder.id(), wallet, bonus, wallet, bonus
    };
    Object[] all = new Object[head.length + more.length];
    System.arraycopy(head, 0, all, 0, head.length);
    System.arraycopy(more, 0, all, head.length, more.length);
    return all;
  }

  private static BigDecimal money(ResultSet row, int column, Currency currency)
      throws SQLException {
    return Money.ofMinor(row.getLong(column), currency).amount();
  }
}
