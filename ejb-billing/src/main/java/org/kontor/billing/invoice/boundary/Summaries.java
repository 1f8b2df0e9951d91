package org.kontor.billing.invoice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Currency;
import java.util.List;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.money.Money;

/** Figures of whole books, counted set-wise: one statement, one pass per table. */
@Stateless
public class Summaries {

  private static final String SELECT =
      "select v.code, v.currency, coalesce(cu.n, 0), coalesce(su.n, 0), coalesce(i.n, 0),"
          + " coalesce(i.total, 0), coalesce(i.notes, 0), coalesce(i.note_total, 0), coalesce(ch.n,"
          + " 0), coalesce(ch.total, 0), coalesce(p.n, 0), coalesce(p.total, 0), coalesce(o.n, 0),"
          + " coalesce(o.total, 0), coalesce(l.wallet, 0), coalesce(l.bonus, 0),"
          + " coalesce(l.receivable, 0), coalesce(l.total, 0), coalesce(s.numbers, 0) -"
          + " coalesce(i.n, 0) - coalesce(i.notes, 0), coalesce(r.n, 0) from vendor v left join"
          + " (select vendor_code, count(*) n from customer group by 1) cu on cu.vendor_code ="
          + " v.code left join (select vendor_code, count(*) n from subscription where state in"
          + " ('TRIAL', 'ACTIVE', 'STOPPED') group by 1) su on su.vendor_code = v.code left join"
          + " (select vendor_code, count(*) filter (where kind = 'INVOICE') n, sum(total_minor)"
          + " filter (where kind = 'INVOICE') total, count(*) filter (where kind = 'CREDIT_NOTE')"
          + " notes, sum(total_minor) filter (where kind = 'CREDIT_NOTE') note_total from invoice"
          + " group by 1) i on i.vendor_code = v.code left join (select vendor_code, count(*) n,"
          + " sum(amount_minor) total from charge group by 1) ch on ch.vendor_code = v.code left"
          + " join (select vendor_code, count(*) n, sum(amount_minor) total from payment group by"
          + " 1) p on p.vendor_code = v.code left join (select vendor_code, count(*) n,"
          + " sum(open_minor) total from open_item group by 1) o on o.vendor_code = v.code left"
          + " join (select vendor_code, sum(credit_minor - debit_minor) filter (where kind ="
          + " 'WALLET') wallet, sum(credit_minor - debit_minor) filter (where kind = 'BONUS')"
          + " bonus, sum(debit_minor - credit_minor) filter (where kind = 'RECEIVABLE') receivable,"
          + " sum(debit_minor - credit_minor) total from ledger_account group by 1) l on"
          + " l.vendor_code = v.code left join (select vendor_code, sum(last_number) numbers from"
          + " number_series group by 1) s on s.vendor_code = v.code left join (select"
          + " b.vendor_code, count(distinct k.subscription_id) n from run_parked k join billing_run"
          + " b on b.id = k.run_id where k.resolved_at is null and b.mode = 'REAL' and not exists"
          + " (select 1 from subscription s where s.id = k.subscription_id and b.kind in ('DAILY',"
          + " 'SETTLEMENT') and s.charged_through >= b.business_date - case b.kind when 'DAILY'"
          + " then 0 else 1 end) group by 1) r on r.vendor_code ="
          + " v.code where ?::text is null or v.code = ? order by v.code";

  @Inject private Sql sql;
  @Inject private Caller caller;

  /** The vendors that the caller sees, by code. */
  public List<VendorSummary> all() {
    String vendor = caller.vendorFilter(null);
    return sql.list(Summaries::row, SELECT, vendor, vendor);
  }

  private static VendorSummary row(ResultSet row) throws SQLException {
    return new VendorSummary(
        row.getString(1),
        row.getString(2),
        row.getLong(3),
        row.getLong(4),
        row.getLong(5),
        money(row, 6),
        row.getLong(7),
        money(row, 8),
        row.getLong(9),
        money(row, 10),
        row.getLong(11),
        money(row, 12),
        row.getLong(13),
        money(row, 14),
        money(row, 15),
        money(row, 16),
        money(row, 17),
        money(row, 18),
        row.getLong(19),
        row.getLong(20));
  }

  private static BigDecimal money(ResultSet row, int column) throws SQLException {
    return Money.ofMinor(row.getLong(column), Currency.getInstance(row.getString(2))).amount();
  }
}
