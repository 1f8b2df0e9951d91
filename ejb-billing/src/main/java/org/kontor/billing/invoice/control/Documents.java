package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.time.DateRange;

/** Reads issued documents. */
@ApplicationScoped
public class Documents {

  /** Columns that {@link #document} reads, over {@code invoice i} and {@code open_item o}. */
  public static final String COLUMNS =
      "i.id, i.customer_id, i.vendor_code, i.kind, i.series_code, i.series_year, i.series_number,"
          + " i.number, i.issue_date, i.due_date, i.period_from, i.period_to, i.subscription_id,"
          + " i.purpose, i.source_key, i.currency, i.net_minor, i.vat_minor, i.total_minor,"
          + " i.vat_breakdown, i.buyer, i.policy, i.preceding_id, i.preceding_number, i.remittance,"
          + " i.reason, i.digest, i.chain_hash, i.recorded_at, coalesce(o.open_minor, 0) as"
          + " open_minor, (select coalesce(sum(c.total_minor), 0) from invoice c where c.customer_id"
          + " = i.customer_id and c.preceding_id = i.id)::bigint as credited_minor";

  public static final String FROM =
      " from invoice i left join open_item o"
          + " on o.customer_id = i.customer_id and o.invoice_id = i.id ";

  private static final String SELECT = "select " + COLUMNS + FROM;

  private static final String LINES =
      "select line_no, item_code, name, quantity, unit, unit_price, net_minor, vat_category,"
          + " vat_rate, period_from, period_to, explanation from invoice_line"
          + " where customer_id = ? and invoice_id = ? and issue_date = ? order by line_no";

  private static final String CREDIT_LINES =
      "select l.line_no, l.item_code, l.name, l.quantity, l.unit, l.unit_price, l.net_minor,"
          + " l.vat_category, l.vat_rate, l.period_from, l.period_to, l.explanation"
          + " from invoice i join invoice_line l on l.customer_id = i.customer_id"
          + " and l.invoice_id = i.id and l.issue_date = i.issue_date"
          + " where i.customer_id = ? and i.preceding_id = ? order by i.id, l.line_no";

  private final Sql sql;

  @Inject
  public Documents(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Documents() {
    this(null);
  }

  public Optional<StoredDocument> find(long id) {
    return sql.one(Documents::document, SELECT + "where i.id = ?", id);
  }

  /** The document that was issued for a source, if it was. */
  public Optional<StoredDocument> findBySource(String vendor, String sourceKey) {
    return sql.one(
        Documents::document,
        SELECT + "where i.vendor_code = ? and i.source_key = ?",
        vendor,
        sourceKey);
  }

  /** Credit notes of a document, the first one first. */
  public List<StoredDocument> creditNotes(StoredDocument of) {
    return sql.list(
        Documents::document,
        SELECT + "where i.customer_id = ? and i.preceding_id = ? order by i.id",
        of.customerId(),
        of.id());
  }

  /** The lines of a document in order; line numbers count from 1. */
  public List<Line> lines(StoredDocument of) {
    Currency currency = of.total().currency();
    return sql.list(row -> line(row, currency), LINES, of.customerId(), of.id(), of.issueDate());
  }

  /** The lines of all credit notes of a document. */
  public List<Line> creditLines(StoredDocument of) {
    Currency currency = of.total().currency();
    return sql.list(row -> line(row, currency), CREDIT_LINES, of.customerId(), of.id());
  }

  /** Reads the current row of {@link #COLUMNS}. */
  public static StoredDocument document(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return new StoredDocument(
        row.getLong("id"),
        row.getLong("customer_id"),
        row.getString("vendor_code"),
        DocumentKind.valueOf(row.getString("kind")),
        row.getString("series_code"),
        row.getInt("series_year"),
        row.getLong("series_number"),
        row.getString("number"),
        row.getObject("issue_date", LocalDate.class),
        row.getObject("due_date", LocalDate.class),
        new DateRange(
            row.getObject("period_from", LocalDate.class),
            row.getObject("period_to", LocalDate.class)),
        row.getObject("subscription_id", Long.class),
        row.getString("purpose"),
        row.getString("source_key"),
        Money.ofMinor(row.getLong("net_minor"), currency),
        Money.ofMinor(row.getLong("vat_minor"), currency),
        Money.ofMinor(row.getLong("total_minor"), currency),
        row.getString("vat_breakdown"),
        row.getString("buyer"),
        row.getString("policy"),
        row.getObject("preceding_id", Long.class),
        row.getString("preceding_number"),
        row.getString("remittance"),
        row.getString("reason"),
        row.getBytes("digest"),
        row.getBytes("chain_hash"),
        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
        Money.ofMinor(row.getLong("open_minor"), currency),
        Money.ofMinor(row.getLong("credited_minor"), currency));
  }

  private static Line line(ResultSet row, Currency currency) throws SQLException {
    return new Line(
        row.getString(2),
        row.getString(3),
        row.getObject(4, BigDecimal.class),
        row.getString(5),
        row.getObject(6, BigDecimal.class),
        Money.ofMinor(row.getLong(7), currency),
        row.getString(8),
        row.getObject(9, BigDecimal.class),
        new DateRange(row.getObject(10, LocalDate.class), row.getObject(11, LocalDate.class)),
        Explanation.parse(row.getString(12)));
  }
}
