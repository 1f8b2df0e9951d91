package org.kontor.system.rig;

import java.util.List;

/**
 * What a book says, without its ids and clock times: two books that were told the same agree in all
 * of it.
 *
 * @param documents count, sum, and a digest over number, customer, amounts, dates and lines in
 *     order
 * @param ledger digest over all accounts with their totals, and over transfers by code
 */
public record Oracle(List<List<String>> documents, List<List<String>> ledger) {

  private static final String DOCUMENTS =
      "select count(*), sum(i.total_minor), count(distinct i.subscription_id || ' ' ||"
          + " i.period_from), md5(string_agg(concat_ws(';', i.number, c.reference, i.net_minor,"
          + " i.vat_minor, i.total_minor, i.issue_date, i.due_date, i.period_from, i.buyer,"
          + " i.remittance, l.md5, o.open_minor), '|' order by i.vendor_code, i.series_code,"
          + " i.series_year, i.series_number)) from invoice i join customer c on c.id ="
          + " i.customer_id left join open_item o on o.customer_id = i.customer_id and o.invoice_id"
          + " = i.id join (select customer_id, invoice_id, md5(string_agg(concat_ws(';', line_no,"
          + " item_code, name, quantity, unit_price, net_minor, vat_rate, period_from, period_to,"
          + " explanation), '|' order by line_no)) as md5 from invoice_line group by 1, 2) l on"
          + " l.customer_id = i.customer_id and l.invoice_id = i.id";

  private static final String LEDGER =
      "select md5(string_agg(concat_ws(';', c.reference, a.kind, a.currency, a.debit_minor,"
          + " a.credit_minor), '|' order by c.reference nulls first, a.kind, a.currency))"
          + " from ledger_account a left join customer c on c.id = a.customer_id";

  private static final String TRANSFERS =
      "select code, count(*), sum(amount_minor) from ledger_transfer group by code order by code";

  private static final String OUTBOX =
      "select topic, count(*), count(distinct key) from outbox group by topic order by topic";

  public static Oracle of(Database database) {
    List<List<String>> ledger = new java.util.ArrayList<>(database.rows(LEDGER));
    ledger.addAll(database.rows(TRANSFERS));
    ledger.addAll(database.rows(OUTBOX));
    return new Oracle(database.rows(DOCUMENTS), ledger);
  }
}
