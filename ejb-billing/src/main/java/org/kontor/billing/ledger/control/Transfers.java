package org.kontor.billing.ledger.control;

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
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Reads transfers. */
@ApplicationScoped
public class Transfers {

  private static final String PAGE =
      """
      select t.business_date, t.source_id, t.leg, t.code, d.kind as debit, c.kind as credit,
             t.amount_minor, t.currency, t.recorded_at
        from ledger_transfer t
        join ledger_account d on d.id = t.debit_account
        join ledger_account c on c.id = t.credit_account
       where t.customer_id = ? and (t.business_date, t.source_id, t.leg) > (?, ?, ?)
       order by t.business_date, t.source_id, t.leg limit ?
      """;

  private final Sql sql;

  @Inject
  public Transfers(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Transfers() {
    this(null);
  }

  /**
   * @param after {@code date_source_leg} of the last one before, null for the first page
   */
  public List<Row> page(long customerId, String after, int limit) {
    LocalDate date = LocalDate.EPOCH;
    long source = 0;
    int leg = 0;
    if (after != null && !after.isEmpty()) {
      String[] parts = after.split("_", -1);
      try {
        date = LocalDate.parse(parts[0]);
        source = Long.parseLong(parts[1]);
        leg = Integer.parseInt(parts[2]);
      } catch (DateTimeParseException | NumberFormatException | ArrayIndexOutOfBoundsException e) {
        throw Problem.of(
                ProblemCode.INVALID_VALUE,
                "after",
                "after is not a cursor of this list",
                "Send the value of next of the page before, unchanged.")
            .asException();
      }
    }
    return sql.list(Transfers::read, PAGE, customerId, date, source, leg, limit);
  }

  private static Row read(ResultSet row) throws SQLException {
    return new Row(
        row.getObject("business_date", LocalDate.class),
        row.getLong("source_id"),
        row.getInt("leg"),
        row.getString("code"),
        row.getString("debit"),
        row.getString("credit"),
        Money.ofMinor(row.getLong("amount_minor"), Currency.getInstance(row.getString("currency"))),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant());
  }

  /** A transfer with the kinds of its accounts. */
  public record Row(
      LocalDate businessDate,
      long sourceId,
      int leg,
      String code,
      String debit,
      String credit,
      Money amount,
      Instant recordedAt) {}
}
