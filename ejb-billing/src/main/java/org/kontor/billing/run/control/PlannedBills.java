package org.kontor.billing.run.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import org.kontor.billing.run.boundary.PlannedBill;
import org.kontor.billing.run.boundary.PlannedBill.Period;
import org.kontor.billing.run.boundary.PlannedBill.PlannedCharge;
import org.kontor.billing.run.boundary.PlannedBill.PlannedLine;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;

/** Shows what a plan would bill, two statements a page. */
@ApplicationScoped
public class PlannedBills {

  private static final String DOCUMENTS =
      "select * from run_draft where run_id = ? and subscription_id > ?"
          + " order by subscription_id limit ?";

  private static final String LINES =
      "select d.subscription_id, d.currency, l.line_no, l.item_code, l.name, l.quantity, l.unit,"
          + " l.unit_price, l.net_minor, l.vat_category, l.vat_rate, l.period_from, l.period_to from run_draft d join invoice_line l"
          + " on l.customer_id = d.customer_id and l.invoice_id = d.document_id"
          + " and l.issue_date = d.issue_date where d.run_id = ? and d.subscription_id = any(?)"
          + " order by d.subscription_id, l.line_no";

  private static final String CHARGED =
      "select customer_id, subscription_id, string_agg(item_code, '+' order by item_code) as key,"
          + " sum(amount_minor)::bigint as total_minor, currency from run_charge where run_id = ?"
          + " and subscription_id > ? group by customer_id, subscription_id, currency"
          + " order by subscription_id limit ?";

  /** The key of a charge of a day that is caught up names the day behind its item. */
  private static final String CHARGES =
      "select c.*, split_part(item_code, '@', 1) as item,"
          + " coalesce(nullif(split_part(item_code, '@', 2), '')::date, ?) as business_date"
          + " from run_charge c where run_id = ? and subscription_id = any(?)"
          + " order by subscription_id, business_date, item";

  private final Sql sql;

  @Inject
  public PlannedBills(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected PlannedBills() {
    this(null);
  }

  /** In the order of their accounts, behind this one. */
  public List<PlannedBill> page(RunRow run, long after, int limit) {
    return run.kind().makesDocuments() ? documents(run, after, limit) : charged(run, after, limit);
  }

  private List<PlannedBill> documents(RunRow run, long after, int limit) {
    List<PlannedBill> bills = sql.list(PlannedBills::document, DOCUMENTS, run.id(), after, limit);
    Map<Long, List<PlannedLine>> lines =
        sql
            .list(
                row -> new Of<>(row.getLong("subscription_id"), line(row)),
                LINES,
                run.id(),
                accounts(bills))
            .stream()
            .collect(Of.byAccount());
    return bills.stream()
        .map(bill -> with(bill, lines.getOrDefault(bill.subscriptionId(), List.of()), List.of()))
        .toList();
  }

  private List<PlannedBill> charged(RunRow run, long after, int limit) {
    List<PlannedBill> bills = sql.list(PlannedBills::sumOfCharges, CHARGED, run.id(), after, limit);
    Map<Long, List<PlannedCharge>> charges =
        sql
            .list(
                row -> new Of<>(row.getLong("subscription_id"), charge(row)),
                CHARGES,
                run.date(),
                run.id(),
                accounts(bills))
            .stream()
            .collect(Of.byAccount());
    return bills.stream()
        .map(bill -> with(bill, List.of(), charges.getOrDefault(bill.subscriptionId(), List.of())))
        .toList();
  }

  private static long[] accounts(List<PlannedBill> bills) {
    return bills.stream().mapToLong(PlannedBill::subscriptionId).toArray();
  }

  private static PlannedBill document(ResultSet row) throws SQLException {
    return new PlannedBill(
        row.getLong("customer_id"),
        row.getLong("subscription_id"),
        row.getString("source_key"),
        row.getObject("issue_date", LocalDate.class),
        row.getObject("due_date", LocalDate.class),
        amount(row, "net_minor"),
        amount(row, "vat_minor"),
        amount(row, "total_minor"),
        row.getString("currency"),
        List.of(),
        List.of());
  }

  private static PlannedBill sumOfCharges(ResultSet row) throws SQLException {
    return new PlannedBill(
        row.getLong("customer_id"),
        row.getLong("subscription_id"),
        row.getString("key"),
        null,
        null,
        null,
        null,
        amount(row, "total_minor"),
        row.getString("currency"),
        List.of(),
        List.of());
  }

  private static PlannedBill with(
      PlannedBill bill, List<PlannedLine> lines, List<PlannedCharge> charges) {
    return new PlannedBill(
        bill.customerId(),
        bill.subscriptionId(),
        bill.key(),
        bill.issueDate(),
        bill.dueDate(),
        bill.net(),
        bill.vat(),
        bill.total(),
        bill.currency(),
        lines,
        charges);
  }

  private static PlannedLine line(ResultSet row) throws SQLException {
    return new PlannedLine(
        row.getInt("line_no"),
        row.getString("item_code"),
        row.getString("name"),
        row.getBigDecimal("quantity"),
        row.getString("unit"),
        row.getBigDecimal("unit_price"),
        amount(row, "net_minor"),
        row.getString("vat_category"),
        row.getBigDecimal("vat_rate"),
        new Period(
            row.getObject("period_from", LocalDate.class),
            row.getObject("period_to", LocalDate.class)));
  }

  private static PlannedCharge charge(ResultSet row) throws SQLException {
    return new PlannedCharge(
        row.getObject("business_date", LocalDate.class),
        row.getString("item"),
        row.getString("name"),
        row.getObject("period_from", LocalDate.class),
        row.getObject("period_to", LocalDate.class),
        row.getBigDecimal("quantity"),
        amount(row, "amount_minor"),
        row.getString("explanation"));
  }

  private static BigDecimal amount(ResultSet row, String column) throws SQLException {
    Currency currency = Currency.getInstance(row.getString("currency"));
    return Money.ofMinor(row.getLong(column), currency).amount();
  }

  /** A part of the bill of an account. */
  private record Of<T>(long account, T part) {
    static <T> Collector<Of<T>, ?, Map<Long, List<T>>> byAccount() {
      return Collectors.groupingBy(Of::account, Collectors.mapping(Of::part, Collectors.toList()));
    }
  }
}
