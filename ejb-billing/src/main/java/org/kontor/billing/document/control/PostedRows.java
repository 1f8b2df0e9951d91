package org.kontor.billing.document.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;

/** Customers with charges in a month, how they last paid, and what was sent to them. */
@ApplicationScoped
public class PostedRows {

  /** Charges of a settled month bear the 1st after it. */
  private static final String CANDIDATES =
      "select c.id, c.reference, c.name, t.total, t.currency, y.method, p.sent_on, p.recorded_by"
          + " from customer c cross join lateral (select sum(h.amount_minor)::bigint as total,"
          + " min(h.currency) as currency from charge h where h.customer_id = c.id"
          + " and h.business_date between ? and ? and h.period_to between ? and ?) t"
          + " cross join lateral (select r.method from payment r where r.customer_id = c.id"
          + " and r.business_date <= ? order by r.business_date desc, r.id desc limit 1) y"
          + " left join posted_document p on p.customer_id = c.id and p.month = ?"
          + " where c.vendor_code = ? and t.total is not null and y.method = ?";

  private final Sql sql;

  @Inject
  public PostedRows(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected PostedRows() {
    this(null);
  }

  /**
   * @param sentOn null while the papers are to be sent
   */
  public record Row(
      long customerId,
      String reference,
      String name,
      BigDecimal charged,
      String currency,
      LocalDate sentOn,
      String recordedBy) {}

  /**
   * In the order of customers' ids.
   *
   * @param sent null for all
   */
  public List<Row> page(
      String vendor, YearMonth month, String method, Boolean sent, long after, int limit) {
    String filter =
        sent == null ? "" : sent ? " and p.sent_on is not null" : " and p.sent_on is null";
    return list(
        CANDIDATES + filter + " and c.id > ? order by c.id limit ?",
        vendor,
        month,
        method,
        after,
        limit);
  }

  /** The customer's row of the month, if papers go to him. */
  public Optional<Row> find(long customerId, String vendor, YearMonth month, String method) {
    return list(CANDIDATES + " and c.id = ? limit ?", vendor, month, method, customerId, 1).stream()
        .findFirst();
  }

  private List<Row> list(
      String query, String vendor, YearMonth month, String method, long id, int limit) {
    LocalDate first = month.atDay(1);
    LocalDate last = month.atEndOfMonth();
    return sql.list(
        row ->
            new Row(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                Money.ofMinor(row.getLong(4), Currency.getInstance(row.getString(5))).amount(),
                row.getString(5),
                row.getObject(7, LocalDate.class),
                row.getString(8)),
        query,
        first,
        last.plusDays(1),
        first,
        last,
        last,
        first,
        vendor,
        method,
        id,
        limit);
  }

  /** The vendor of a customer, empty when there is no such. */
  public Optional<String> vendor(long customerId) {
    return sql.one(
        row -> row.getString(1), "select vendor_code from customer where id = ?", customerId);
  }

  /** Writes the day down, or another one in its place. */
  public void sent(long customerId, YearMonth month, LocalDate day, String by, Instant now) {
    sql.update(
        "insert into posted_document (customer_id, month, sent_on, recorded_by, recorded_at)"
            + " values (?, ?, ?, ?, ?) on conflict (customer_id, month) do update"
            + " set sent_on = excluded.sent_on, recorded_by = excluded.recorded_by,"
            + " recorded_at = excluded.recorded_at",
        customerId,
        month.atDay(1),
        day,
        by,
        now);
  }
}
