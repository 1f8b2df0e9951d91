package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.kontor.billing.invoice.boundary.InvoiceFilter;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.invoice.boundary.OpenTotal;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.BusinessClock;

/** Lists of documents: one statement a page, whatever is on it. */
@ApplicationScoped
public class InvoiceLists {

  /** The local day of each vendor at the clock's moment. */
  private static final String TODAY =
      "(select (?::timestamptz at time zone v.zone)::date from vendor v where v.code ="
          + " i.vendor_code)";

  /** What credit notes took back of a document, minor units. */
  private static final String TAKEN_BACK =
      "(select coalesce(sum(c.total_minor), 0) from invoice c where c.customer_id = i.customer_id"
          + " and c.preceding_id = i.id)::bigint";

  private static final String SELECT =
      "select i.id, i.number, i.kind, i.purpose, i.vendor_code, i.customer_id, i.subscription_id,"
          + " i.issue_date, i.due_date, i.currency, i.net_minor, i.vat_minor, i.total_minor,"
          + " coalesce(o.open_minor, 0), coalesce(o.due_date < "
          + TODAY
          + ", false), "
          + TAKEN_BACK;

  @Inject private Sql sql;
  @Inject private BusinessClock clock;

  /** What a list may be narrowed to. */
  private enum State {
    OPEN(" join open_item o on o.customer_id = i.customer_id and o.invoice_id = i.id", ""),
    OVERDUE(OPEN.join, " and o.due_date < " + TODAY),
    PAID(
        " left join open_item o on o.customer_id = i.customer_id and o.invoice_id = i.id",
        " and i.kind = 'INVOICE' and o.invoice_id is null and (i.total_minor = 0 or "
            + TAKEN_BACK
            + " < i.total_minor)"),
    CREDITED(
        PAID.join,
        " and i.kind = 'INVOICE' and i.total_minor > 0 and " + TAKEN_BACK + " >= i.total_minor"),
    ALL(PAID.join, "");

    private final String join;
    private final String condition;

    State(String join, String condition) {
      this.join = join;
      this.condition = condition;
    }
  }

  /** Null filters do not narrow; an unknown state is refused. */
  public Page<InvoiceSummary> page(
      Long customerId, String vendor, String state, String after, Integer asked) {
    int limit = Page.limit(asked);
    State filter = state(state);
    List<Object> args = new ArrayList<>(List.of(clock.now()));
    StringBuilder text = new StringBuilder(SELECT).append(" from invoice i").append(filter.join);
    text.append(" where i.id > ?").append(filter.condition);
    args.add(Page.afterId(after));
    if (filter == State.OVERDUE) {
      args.add(clock.now());
    }
    if (customerId != null) {
      text.append(" and i.customer_id = ?");
      args.add(customerId);
    }
    if (vendor != null) {
      text.append(" and i.vendor_code = ?");
      args.add(vendor);
    }
    text.append(" order by i.id limit ?");
    args.add(limit + 1);
    List<InvoiceSummary> rows = sql.list(InvoiceLists::row, text.toString(), args.toArray());
    return Page.of(rows, limit, row -> Long.toString(row.id()));
  }

  /** Of one customer, the latest first: a page. */
  public Page<InvoiceSummary> latest(
      long customerId, InvoiceFilter wanted, String before, int limit) {
    Query query = query(customerId, wanted);
    if (before != null) {
      query.and(" and i.id < ?", Page.afterId(before));
    }
    query.and(" order by i.id desc limit ?", limit + 1);
    List<InvoiceSummary> rows =
        sql.list(InvoiceLists::row, query.words.toString(), query.values.toArray());
    return Page.of(rows, limit, row -> Long.toString(row.id()));
  }

  /** Of one customer, the latest first: each of them. */
  public void each(long customerId, InvoiceFilter wanted, Consumer<InvoiceSummary> taker) {
    Query query = query(customerId, wanted);
    query.words.append(" order by i.id desc");
    sql.each(InvoiceLists::row, taker, query.words.toString(), query.values.toArray());
  }

  /**
   * What is open of all of a customer's invoices.
   *
   * @param sees whether the caller sees a vendor, by its code
   * @return empty without such a customer, or one that the caller sees
   */
  public Optional<OpenTotal> open(long customerId, Predicate<String> sees) {
    return sql
        .list(
            row -> sees.test(row.getString(1)) ? total(row) : null,
            "select v.code, c.currency, count(o.invoice_id), coalesce(sum(o.open_minor), 0)::bigint,"
                + " min(o.due_date),"
                + " coalesce(min(o.due_date) < (?::timestamptz at time zone v.zone)::date, false)"
                + " from customer c join vendor v on v.code = c.vendor_code"
                + " left join open_item o on o.customer_id = c.id where c.id = ?"
                + " group by v.code, c.currency, v.zone",
            clock.now(),
            customerId)
        .stream()
        .filter(Objects::nonNull)
        .findFirst();
  }

  private static OpenTotal total(ResultSet row) throws SQLException {
    return new OpenTotal(
        row.getLong(3),
        Money.ofMinor(row.getLong(4), Currency.getInstance(row.getString(2))).amount(),
        row.getObject(5, LocalDate.class),
        row.getBoolean(6));
  }

  private Query query(long customerId, InvoiceFilter wanted) {
    State filter = state(wanted.state());
    Query query = new Query(new StringBuilder(SELECT), new ArrayList<>(List.of(clock.now())));
    query.words.append(" from invoice i").append(filter.join);
    query.and(" where i.customer_id = ?", customerId);
    query.words.append(filter.condition);
    if (filter == State.OVERDUE) {
      query.values.add(clock.now());
    }
    if (wanted.year() != null) {
      query.and(" and i.issue_date >= make_date(?, 1, 1)", wanted.year());
      query.and(" and i.issue_date < make_date(?, 1, 1)", wanted.year() + 1);
    }
    if (wanted.number() != null && !wanted.number().isBlank()) {
      query.and(" and position(lower(?::text) in lower(i.number)) > 0", wanted.number().strip());
    }
    return query;
  }

  /** A statement that grows with its filters. */
  private record Query(StringBuilder words, List<Object> values) {

    void and(String condition, Object value) {
      words.append(condition);
      values.add(value);
    }
  }

  private static State state(String state) {
    if (state == null || state.isBlank()) {
      return State.ALL;
    }
    try {
      return State.valueOf(state.toUpperCase(Locale.ROOT));
    } catch (IllegalArgumentException e) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "state",
              "there is no state " + state,
              "Send open, overdue, paid or credited, or leave it out.")
          .asException();
    }
  }

  private static InvoiceSummary row(ResultSet row) throws SQLException {
    Currency currency = Currency.getInstance(row.getString(10));
    Money open = Money.ofMinor(row.getLong(14), currency);
    DocumentKind kind = DocumentKind.valueOf(row.getString(3));
    return new InvoiceSummary(
        row.getLong(1),
        row.getString(2),
        kind.name(),
        kind.typeCode(),
        row.getString(4),
        row.getString(5),
        row.getLong(6),
        row.getObject(7, Long.class),
        row.getObject(8, LocalDate.class),
        row.getObject(9, LocalDate.class),
        currency.getCurrencyCode(),
        Money.ofMinor(row.getLong(11), currency).amount(),
        Money.ofMinor(row.getLong(12), currency).amount(),
        Money.ofMinor(row.getLong(13), currency).amount(),
        open.amount(),
        StoredDocument.state(
            kind,
            open,
            Money.ofMinor(row.getLong(13), currency),
            Money.ofMinor(row.getLong(16), currency),
            row.getBoolean(15)));
  }
}
