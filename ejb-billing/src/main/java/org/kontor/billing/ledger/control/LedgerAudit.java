package org.kontor.billing.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.crm.platform.boundary.Sql;

/**
 * Recomputes what the ledger claims, from its transfers, as sets (R6). It says where something
 * differs; it never repairs.
 */
@ApplicationScoped
public class LedgerAudit {

  /** Enough to see a pattern; the count is exact. */
  private static final int SHOWN = 100;

  private static final String BALANCES =
      """
      select coalesce(a.id, t.account) as account, coalesce(a.kind, 'MISSING') as kind,
             coalesce(a.debit_minor, 0) as kept_debit, coalesce(a.credit_minor, 0) as kept_credit,
             coalesce(t.debit, 0) as debit, coalesce(t.credit, 0) as credit,
             count(*) over () as differences
        from (select * from ledger_account where vendor_code = ?) a
        full join (
          select account, sum(debit)::bigint as debit, sum(credit)::bigint as credit
            from (select debit_account as account, amount_minor as debit, 0 as credit
                    from ledger_transfer where vendor_code = ?
                  union all
                  select credit_account, 0, amount_minor
                    from ledger_transfer where vendor_code = ?) side
           group by account) t on t.account = a.id
       where a.id is null or a.debit_minor <> coalesce(t.debit, 0)
          or a.credit_minor <> coalesce(t.credit, 0)
       order by 1 limit ?
      """;

  private static final String OPEN_ITEMS =
      """
      select a.customer_id, a.debit_minor - a.credit_minor as receivable,
             coalesce(o.open, 0) as open, count(*) over () as differences
        from ledger_account a
        left join (select customer_id, sum(open_minor)::bigint as open
                     from open_item where vendor_code = ? group by customer_id) o
          on o.customer_id = a.customer_id
       where a.vendor_code = ? and a.kind = 'RECEIVABLE'
         and a.debit_minor - a.credit_minor <> coalesce(o.open, 0)
       order by 1 limit ?
      """;

  private static final String OPEN_OF_INVOICE =
      """
      select i.id, i.customer_id, i.total_minor - coalesce(p.paid, 0) as expected,
             coalesce(o.open_minor, 0) as open, count(*) over () as differences
        from invoice i
        left join open_item o on o.customer_id = i.customer_id and o.invoice_id = i.id
        left join (select customer_id, invoice_id, sum(amount_minor)::bigint as paid
                     from payment_allocation group by customer_id, invoice_id) p
          on p.customer_id = i.customer_id and p.invoice_id = i.id
       where i.vendor_code = ? and i.kind = 'INVOICE'
         and i.total_minor - coalesce(p.paid, 0) <> coalesce(o.open_minor, 0)
       order by 1 limit ?
      """;

  private static final String TRIAL =
      """
      select kind, currency, sum(debit_minor)::bigint as debit, sum(credit_minor)::bigint as credit
        from ledger_account where vendor_code = ? group by kind, currency order by currency, kind
      """;

  private final Sql sql;

  @Inject
  public LedgerAudit(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected LedgerAudit() {
    this(null);
  }

  public boolean knows(String vendor) {
    return sql.one(row -> true, "select 1 from vendor where code = ?", vendor).isPresent();
  }

  /** Sums of accounts by kind and currency; debit and credit of a currency are equal. */
  public List<TrialRow> trialBalance(String vendor) {
    return sql.list(
        row ->
            new TrialRow(
                row.getString("kind"),
                row.getString("currency"),
                row.getLong("debit"),
                row.getLong("credit")),
        TRIAL,
        vendor);
  }

  /**
   * Accounts whose kept sums differ from those of their transfers, and transfers without account.
   */
  public Findings balances(String vendor) {
    return findings(
        "account %d %s: kept %d/%d, transfers give %d/%d",
        BALANCES,
        List.of("account", "kind", "kept_debit", "kept_credit", "debit", "credit"),
        vendor,
        vendor,
        vendor);
  }

  /** Customers whose receivable is not the sum of their open items. */
  public Findings receivables(String vendor) {
    return findings(
        "customer %d: receivable %d, open items %d",
        OPEN_ITEMS, List.of("customer_id", "receivable", "open"), vendor, vendor);
  }

  /** Invoices whose open amount is not total less allocations and credit notes. */
  public Findings invoices(String vendor) {
    return findings(
        "invoice %d of customer %d: open should be %d, is %d",
        OPEN_OF_INVOICE, List.of("id", "customer_id", "expected", "open"), vendor);
  }

  private Findings findings(String form, String query, List<String> columns, String... vendors) {
    Object[] args = new Object[vendors.length + 1];
    System.arraycopy(vendors, 0, args, 0, vendors.length);
    args[vendors.length] = SHOWN;
    long[] count = {0};
    List<String> shown =
        sql.list(
            row -> {
              count[0] = row.getLong("differences");
              Object[] values = new Object[columns.size()];
              for (int i = 0; i < values.length; i++) {
                values[i] = row.getObject(columns.get(i));
              }
              return form.formatted(values);
            },
            query,
            args);
    return new Findings(count[0], shown);
  }

  /** Minor units. */
  public record TrialRow(String kind, String currency, long debit, long credit) {}

  /**
   * @param count of all differences
   * @param shown the first ones, for people
   */
  public record Findings(long count, List<String> shown) {
    public Findings {
      shown = List.copyOf(shown);
    }
  }
}
