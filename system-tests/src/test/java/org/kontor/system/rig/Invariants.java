package org.kontor.system.rig;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.explain.Explanation;

/** What must hold of every book at every moment (QUALITY R6), asked of the database itself. */
public final class Invariants {

  private static final List<Law> LAWS =
      List.of(
          new Law(
              "the ledger sums to zero in each currency",
              "select currency, sum(debit_minor) - sum(credit_minor) from ledger_account"
                  + " group by currency having sum(debit_minor) <> sum(credit_minor)"),
          new Law(
              "an account's totals are the sums of its transfers",
              "select a.id, a.kind, a.debit_minor, d.sum, a.credit_minor, c.sum from ledger_account"
                  + " a left join (select debit_account, sum(amount_minor) from ledger_transfer"
                  + " group by 1) d on d.debit_account = a.id left join (select credit_account,"
                  + " sum(amount_minor) from ledger_transfer group by 1) c on c.credit_account ="
                  + " a.id where a.debit_minor <> coalesce(d.sum, 0) or a.credit_minor <>"
                  + " coalesce(c.sum, 0)"),
          new Law(
              "a transfer is between known accounts of its currency and vendor",
              "select t.source_id, t.leg from ledger_transfer t"
                  + " left join ledger_account d on d.id = t.debit_account"
                  + " left join ledger_account c on c.id = t.credit_account"
                  + " where d.id is null or c.id is null or d.currency <> t.currency"
                  + " or c.currency <> t.currency or d.vendor_code <> t.vendor_code"
                  + " or c.vendor_code <> t.vendor_code"),
          new Law(
              "what is open of an invoice is its total less allocations and credit notes",
              "select i.number, i.total_minor, coalesce(p.sum, 0), o.open_minor from invoice i left"
                  + " join (select customer_id, invoice_id, sum(amount_minor) from"
                  + " payment_allocation group by 1, 2) p on p.customer_id = i.customer_id and"
                  + " p.invoice_id = i.id left join open_item o on o.customer_id = i.customer_id"
                  + " and o.invoice_id = i.id where i.kind = 'INVOICE' and i.total_minor -"
                  + " coalesce(p.sum, 0) <> coalesce(o.open_minor, 0)"),
          new Law(
              "what a customer owes in the ledger is what is open of his invoices",
              "select a.customer_id, a.debit_minor - a.credit_minor, o.sum from ledger_account a"
                  + " left join (select customer_id, sum(open_minor) from open_item group by 1) o"
                  + " on o.customer_id = a.customer_id where a.kind = 'RECEIVABLE'"
                  + " and a.debit_minor - a.credit_minor <> coalesce(o.sum, 0)"),
          new Law(
              "numbers are without gaps and dates in their order",
              "select vendor_code, series_code, series_year, series_number from (select"
                  + " vendor_code, series_code, series_year, series_number, issue_date,"
                  + " row_number() over w as n, lag(issue_date) over w as before from invoice"
                  + " window w as (partition by vendor_code, series_code, series_year order by"
                  + " series_number)) x where n <> series_number or issue_date < before or"
                  + " extract(year from issue_date) <> series_year"),
          new Law(
              "a series stands where its last document is",
              "select s.vendor_code, s.series_code, s.year, s.last_number from number_series s"
                  + " where s.last_number <> (select count(*) from invoice i where i.vendor_code ="
                  + " s.vendor_code and i.series_code = s.series_code and i.series_year = s.year)"),
          new Law(
              "a document's lines make its totals",
              "select i.number from invoice i left join (select customer_id, invoice_id, count(*)"
                  + " as n, sum(net_minor) as net from invoice_line group by 1, 2) l on"
                  + " l.customer_id = i.customer_id and l.invoice_id = i.id where l.n is distinct"
                  + " from i.line_count or l.net is distinct from i.net_minor or i.net_minor +"
                  + " i.vat_minor <> i.total_minor"),
          new Law(
              "charges and their transfers agree",
              "select c.id, c.amount_minor from charge c left join (select customer_id, source_id,"
                  + " sum(case when code = 'CORRECTION' then -amount_minor else amount_minor end)"
                  + " as booked from ledger_transfer where code in ('CHARGE', 'CHARGE_VAT',"
                  + " 'CORRECTION') group by 1, 2) t"
                  + " on t.customer_id = c.customer_id and t.source_id = c.id"
                  + " where c.amount_minor <> coalesce(t.booked, 0)"),
          new Law(
              "each day since activation is charged once, with its own date",
              "select s.id, d::date from subscription s cross join lateral generate_series("
                  + "s.activated_on::timestamp, least(s.charged_through, s.ends_on)::timestamp,"
                  + " '1 day') d"
                  + " where s.timing = 'DAILY' and s.state in ('ACTIVE', 'STOPPED')"
                  + " and not exists (select 1 from charge c where c.customer_id = s.customer_id"
                  + " and c.subscription_id = s.id and c.business_date = d::date)"),
          new Law(
              "nothing is charged before activation or after the end",
              "select c.subscription_id, c.business_date from charge c join subscription s on s.id"
                  + " = c.subscription_id where s.timing = 'DAILY' and (s.activated_on is null or"
                  + " c.business_date < s.activated_on or c.business_date > s.ends_on)"),
          new Law(
              "every document is handed over for sending once",
              "select i.number, count(o.id) from invoice i left join outbox o on o.key = i.id::text"
                  + " and o.customer_id = i.customer_id"
                  + " and o.topic in ('invoice.issued', 'creditnote.issued')"
                  + " group by i.customer_id, i.id, i.number having count(o.id) <> 1"),
          new Law(
              "whoever issues a document tells the same of it",
              "select i.number, o.payload from invoice i join outbox o on o.key = i.id::text"
                  + " and o.customer_id = i.customer_id"
                  + " and o.topic in ('invoice.issued', 'creditnote.issued')"
                  + " where (o.payload::jsonb ->> 'number', o.payload::jsonb ->> 'dueDate',"
                  + " o.payload::jsonb ->> 'currency', o.payload::jsonb ->> 'kind')"
                  + " is distinct from (i.number, i.due_date::text, i.currency::text, i.kind::text)"
                  + " or (o.payload::jsonb ->> 'total')::numeric * 100 <> i.total_minor"),
          new Law(
              "bonus never falls below nothing",
              "select customer_id from ledger_account where kind = 'BONUS'"
                  + " and credit_minor < debit_minor"));

  private final Database database;

  public Invariants(Database database) {
    this.database = database;
  }

  /** Sentences on what does not hold; empty for a sound book. */
  public List<String> broken() {
    List<String> broken = new ArrayList<>();
    // Of rows that are seconds old the planner knows nothing yet, and a law may take minutes
    database.change("analyze");
    for (Law law : LAWS) {
      List<List<String>> found = database.rows(law.counterexamples() + " limit 5");
      if (!found.isEmpty()) {
        broken.add("not so: " + law.says() + ": " + found);
      }
    }
    return broken;
  }

  /** Charges and lines from that business date on whose explanation gives another amount. */
  public List<String> unexplained(String from) {
    List<String> wrong = new ArrayList<>(); // all currencies of the five vendors have cents
    database
        .rows(
            "select id::text, amount_minor, explanation from charge"
                + " where business_date >= ?::date union all"
                + " select invoice_id || '/' || line_no, l.net_minor, explanation"
                + " from invoice_line l join invoice i on i.customer_id = l.customer_id"
                + " and i.id = l.invoice_id and i.kind = 'INVOICE'"
                + " where l.issue_date >= ?::date",
            from,
            from)
        .forEach(
            row -> {
              BigDecimal booked = new BigDecimal(row.get(1)).movePointLeft(2);
              BigDecimal recomputed = Explanation.parse(row.get(2)).recompute();
              if (recomputed.compareTo(booked) != 0) {
                wrong.add(row.get(0) + " is " + booked + " and not " + row.get(2));
              }
            });
    return wrong;
  }

  /**
   * Active monthly subscriptions that do not have exactly one invoice of that first of the month.
   *
   * @param first the day invoiced, already past
   */
  public List<List<String>> notInvoicedOnce(String vendor, String first) {
    return database.rows(
        "select s.id, count(i.id) from subscription s left join invoice i on i.customer_id ="
            + " s.customer_id and i.subscription_id = s.id and i.purpose = 'MONTHLY'"
            + " and i.issue_date = ?::date where s.vendor_code = ? and s.timing = 'MONTHLY_ADVANCE'"
            + " and s.state = 'ACTIVE' and s.activated_on < ?::date"
            + " and (s.ends_on is null or s.ends_on >= ?::date)"
            + " and (s.restored_on is null or date_trunc('month', s.restored_on)"
            + " <> date_trunc('month', ?::date)) group by s.id having count(i.id) <> 1",
        first,
        vendor,
        first,
        first,
        first);
  }

  /** A law and the query that finds what breaks it. */
  private record Law(String says, String counterexamples) {}
}
