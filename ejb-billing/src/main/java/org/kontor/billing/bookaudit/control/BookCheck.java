package org.kontor.billing.bookaudit.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.billing.ledger.control.LedgerAudit;
import org.kontor.billing.ledger.control.LedgerAudit.Findings;
import org.kontor.billing.ledger.control.LedgerAudit.TrialRow;
import org.kontor.crm.platform.boundary.Sql;

/** Recomputes a whole book as sets: a statement for each question, whatever its size. */
@ApplicationScoped
public class BookCheck {

  /** Lines of findings that are kept; the count is exact. */
  private static final int SHOWN = 20;

  private static final String NUMBERS =
      "select s.series_code, s.year, s.last_number, coalesce(d.documents, 0), coalesce(d.unordered,"
          + " 0) from number_series s left join (select series_code, series_year, count(*) as"
          + " documents, count(*) filter (where issue_date < before) as unordered from (select"
          + " series_code, series_year, issue_date, lag(issue_date) over (partition by"
          + " series_code, series_year order by series_number) as before from invoice where"
          + " vendor_code = ?) i group by series_code, series_year) d on d.series_code ="
          + " s.series_code and d.series_year = s.year where s.vendor_code = ? and (s.last_number"
          + " <> coalesce(d.documents, 0) or coalesce(d.unordered, 0) > 0) order by 1, 2";

  private static final String BUCKETS =
      "select customer_id, debit_minor - credit_minor from ledger_account where vendor_code = ? and"
          + " kind = 'BONUS' and credit_minor < debit_minor order by 1";

  private final Sql sql;
  private final LedgerAudit ledger;

  @Inject
  public BookCheck(Sql sql, LedgerAudit ledger) {
    this.sql = sql;
    this.ledger = ledger;
  }

  /** For the container's proxy. */
  protected BookCheck() {
    this(null, null);
  }

  /** Reads all that the vendor has booked. */
  public Findings of(String vendor) {
    List<Findings> parts =
        List.of(
            sums(vendor),
            ledger.balances(vendor),
            ledger.receivables(vendor),
            ledger.invoices(vendor),
            numbers(vendor),
            buckets(vendor));
    return new Findings(
        parts.stream().mapToLong(Findings::count).sum(),
        parts.stream().flatMap(part -> part.shown().stream()).limit(SHOWN).toList());
  }

  /** Debit equals credit in each currency. */
  private Findings sums(String vendor) {
    Map<String, Long> sums = new TreeMap<>();
    for (TrialRow row : ledger.trialBalance(vendor)) {
      sums.merge(row.currency(), row.debit() - row.credit(), Long::sum);
    }
    List<String> off = new ArrayList<>();
    sums.forEach(
        (currency, sum) -> {
          if (sum != 0) {
            off.add("the ledger sums to " + sum + " minor units of " + currency + ", not to 0");
          }
        });
    return new Findings(off.size(), off);
  }

  /** Numbers without gaps, in the order of their dates. */
  private Findings numbers(String vendor) {
    return findings(
        sql.list(
            row ->
                "series %s %d: %d numbers given, %d documents, %d of them dated before the last one"
                    .formatted(
                        row.getString(1),
                        row.getInt(2),
                        row.getLong(3),
                        row.getLong(4),
                        row.getLong(5)),
            NUMBERS,
            vendor,
            vendor));
  }

  /** Bonus is spent down to nothing and no further. */
  private Findings buckets(String vendor) {
    return findings(
        sql.list(
            row ->
                "customer %d: %d minor units more bonus spent than given"
                    .formatted(row.getLong(1), row.getLong(2)),
            BUCKETS,
            vendor));
  }

  private static Findings findings(List<String> lines) {
    return new Findings(lines.size(), lines);
  }
}
