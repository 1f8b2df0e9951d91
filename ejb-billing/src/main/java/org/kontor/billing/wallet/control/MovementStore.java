package org.kontor.billing.wallet.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.Currency;
import java.util.List;
import org.kontor.billing.wallet.boundary.Period;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Reads what moved a balance from its transfers, with the balance after each. */
@ApplicationScoped
public class MovementStore {

  private static final String MOVEMENTS =
      """
      with leg as (
        select business_date, recorded_at, source_id, code, currency,
               case when credit_account = ? then amount_minor else 0 end
                 - case when debit_account = ? then amount_minor else 0 end as paid,
               case when credit_account = ? then amount_minor else 0 end
                 - case when debit_account = ? then amount_minor else 0 end as bonus
          from ledger_transfer
         where customer_id = ? and (debit_account between ? and ? or credit_account between ? and ?)
      ), movement as (
        select business_date, max(recorded_at) as recorded_at, source_id, min(code) as code,
               min(currency) as currency, sum(paid + bonus) as amount, sum(bonus) as bonus
          from leg group by business_date, source_id
      ), running as (
        select *, sum(amount) over (order by business_date, recorded_at, source_id) as balance
          from movement
      )
      select * from running
       where (business_date, recorded_at, source_id) < (?, ?, ?) and business_date between ? and ?
       order by business_date desc, recorded_at desc, source_id desc limit ?
      """;

  private static final LocalDate BEGINNING = LocalDate.of(1, 1, 1);
  private static final LocalDate END = LocalDate.of(9999, 1, 1);

  private final Sql sql;

  @Inject
  public MovementStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected MovementStore() {
    this(null);
  }

  /**
   * The latest first of a period; each with the balance after it, whatever the period.
   *
   * @param after cursor of the page before, null for the first
   */
  public List<Movement> page(long customerId, Period period, String after, int limit) {
    long wallet = AccountKind.WALLET.of(customerId);
    long bonus = AccountKind.BONUS.of(customerId);
    Cursor cursor = Cursor.parse(after);
    return sql.list(
        MovementStore::read,
        MOVEMENTS,
        wallet,
        wallet,
        bonus,
        bonus,
        customerId,
        wallet,
        bonus,
        wallet,
        bonus,
        cursor.date,
        cursor.at,
        cursor.source,
        period.from() == null ? BEGINNING : period.from(),
        period.to() == null ? END : period.to(),
        limit);
  }

  private static Movement read(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new Movement(
        row.getObject("business_date", LocalDate.class),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        row.getLong("source_id"),
        row.getString("code"),
        Money.ofMinor(row.getLong("amount"), currency),
        Money.ofMinor(row.getLong("bonus"), currency),
        Money.ofMinor(row.getLong("balance"), currency));
  }

  private record Cursor(LocalDate date, Instant at, long source) {

    static Cursor parse(String after) {
      if (after == null || after.isEmpty()) {
        return new Cursor(END, Instant.EPOCH, 0);
      }
      String[] parts = after.split("_", -1);
      try {
        if (parts.length == 3) {
          return new Cursor(
              LocalDate.parse(parts[0]), Instant.parse(parts[1]), Long.parseLong(parts[2]));
        }
      } catch (DateTimeParseException | NumberFormatException e) {
        // refused below, like every text that is no cursor
      }
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "after",
              "after is not a cursor of this list",
              "Send the value of next of the page before, unchanged.")
          .asException();
    }
  }
}
