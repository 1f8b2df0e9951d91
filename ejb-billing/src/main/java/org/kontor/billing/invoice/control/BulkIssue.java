package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.bulk.control.OrderedIssue;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.run.boundary.DatedTooEarly;
import org.kontor.crm.platform.boundary.DatabaseFault;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.DocumentHash;
import org.kontor.domain.invoice.IssueDate;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.ledger.SellerAccounts;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.time.BusinessClock;

/**
 * The one ordered step: drafts become documents. Number, chain hash, postings and outbox of a chunk
 * are one transaction; the series' row is locked first, customers' accounts next, sellers' last.
 */
@ApplicationScoped
public class BulkIssue implements OrderedIssue {

  private static final int CHUNK = 2_000;

  private static final String RECEIVABLE = AccountKind.RECEIVABLE.of("d.customer_id");

  private static final String NEXT =
      "select d.subscription_id, d.document_id, d.digest, exists (select 1 from invoice i"
          + " where i.vendor_code = ? and i.source_key = d.source_key) as billed"
          + " from run_draft d where d.run_id = ? and d.subscription_id > ?"
          + " order by d.subscription_id limit ?";

  private static final String INVOICES =
      "insert into invoice (id, customer_id, vendor_code, kind, series_code, series_year,"
          + " series_number, number, issue_date, due_date, period_from, period_to, subscription_id,"
          + " purpose, source_key, currency, net_minor, vat_minor, total_minor, line_count,"
          + " vat_breakdown, buyer, policy, remittance, run_id, digest, chain_hash, recorded_at)"
          + " select d.document_id, d.customer_id, ?, 'INVOICE', ?, ?, n.series_number, n.number,"
          + " d.issue_date, d.due_date, d.period_from, d.period_to, d.subscription_id, 'MONTHLY',"
          + " d.source_key, d.currency, d.net_minor, d.vat_minor, d.total_minor, d.line_count,"
          + " d.vat_breakdown, d.buyer, ?, n.number, d.run_id, d.digest, n.chain, ?"
          + " from unnest(?::bigint[], ?::bigint[], ?::text[], ?::bytea[])"
          + " n (subscription_id, series_number, number, chain)"
          + " join run_draft d on d.run_id = ? and d.subscription_id = n.subscription_id";

  private static final String OPEN_ITEMS =
      "insert into open_item (customer_id, invoice_id, vendor_code, due_date, currency, open_minor,"
          + " subscription_id) select d.customer_id, d.document_id, ?, d.due_date, d.currency,"
          + " d.total_minor, d.subscription_id"
          + " from run_draft d where d.run_id = ? and d.subscription_id = any(?)";

  /** What DocumentIssue tells of one document. */
  private static final String OUTBOX =
      "insert into outbox (id, topic, key, vendor_code, customer_id, payload, business_date,"
          + " created_at) select n.id, 'invoice.issued', d.document_id::text, ?, d.customer_id,"
          + " jsonb_build_object('invoiceId', i.id, 'number', i.number, 'kind', i.kind, 'total',"
          + " round(i.total_minor / power(10::numeric, ?::int), ?::int)::text,"
          + " 'currency', i.currency, 'dueDate', i.due_date)::text, d.issue_date, ?"
          + " from unnest(?::bigint[], ?::bigint[]) n (subscription_id, id) join run_draft d"
          + " on d.run_id = ? and d.subscription_id = n.subscription_id"
          + " join invoice i on i.customer_id = d.customer_id and i.id = d.document_id";

  private static final String BILLED =
      "update subscription s set charged_through = d.period_to, version = version + 1"
          + " from run_draft d where d.run_id = ? and d.subscription_id = any(?)"
          + " and s.id = d.subscription_id";

  private static final String TRANSFERS =
      "insert into ledger_transfer (customer_id, business_date, source_id, leg, vendor_code,"
          + " debit_account, credit_account, amount_minor, currency, code, recorded_at) select"
          + " d.customer_id, d.issue_date, d.document_id, l.leg, ?, "
          + RECEIVABLE
          + ", l.account,"
          + " l.amount, d.currency, l.code, ? from run_draft d cross join lateral (values (0,"
          + " ?::bigint, d.net_minor, 'INVOICE'), (case when d.net_minor = 0 then 0 else 1 end,"
          + " ?::bigint, d.vat_minor, 'VAT')) l (leg, account, amount, code) where d.run_id = ? and"
          + " d.subscription_id = any(?) and l.amount <> 0";

  private static final String LOCK_CUSTOMERS =
      "select a.id from ledger_account a where a.id in (select "
          + RECEIVABLE
          + " from run_draft d"
          + " where d.run_id = ? and d.subscription_id = any(?)) order by a.id for update";

  private static final String CUSTOMER_BALANCES =
      "update ledger_account a set debit_minor = a.debit_minor + t.total from"
          + " (select "
          + RECEIVABLE
          + " as id, sum(d.total_minor) as total from run_draft d"
          + " where d.run_id = ? and d.subscription_id = any(?) group by 1) t where a.id = t.id";

  private static final String LOCK_SELLER =
      "select id from ledger_account where id in (?, ?) order by id for update";

  private static final String SELLER_BALANCES =
      "update ledger_account a set credit_minor = a.credit_minor + t.amount from (select case when"
          + " l.vat then ?::bigint else ?::bigint end as id, sum(l.amount) as amount from run_draft"
          + " d cross join lateral (values (false, d.net_minor), (true, d.vat_minor)) l (vat,"
          + " amount) where d.run_id = ? and d.subscription_id = any(?) group by 1) t where a.id ="
          + " t.id";

  @Inject private SeriesLock seriesLock;
  @Inject private Ledger ledger;
  @Inject private Sql sql;
  @Inject private Ids ids;
  @Inject private BusinessClock clock;

  @Override
  public LocalDate earliestDate(RunContext run) {
    Seller.Series series = run.pack().seller().seriesFor(Seller.DocumentKind.INVOICE);
    LocalDate today = today(run);
    // A run that is caught up in a later year is numbered in that year's series
    LocalDate day = today.isAfter(run.date()) ? today : run.date();
    SeriesLock.Head head = seriesLock.take(run.pack().code(), series, day);
    return IssueDate.of(run.date(), today, head.lastIssueDate());
  }

  @Override
  public Issued chunk(RunContext run, long after) {
    Seller.Series series = run.pack().seller().seriesFor(Seller.DocumentKind.INVOICE);
    String vendor = run.pack().code();
    SeriesLock.Head head = seriesLock.take(vendor, series, run.issueDate());
    List<Draft> drafts =
        sql.list(
            row -> new Draft(row.getLong(1), row.getLong(2), row.getBytes(3), row.getBoolean(4)),
            NEXT,
            vendor,
            run.runId(),
            after,
            CHUNK);
    if (drafts.isEmpty()) {
      return new Issued(0, 0, after);
    }
    LocalDate date = IssueDate.of(run.issueDate(), today(run), head.lastIssueDate());
    if (date.isAfter(run.issueDate())) {
      throw new DatedTooEarly(run.issueDate(), date);
    }
    long last = drafts.get(drafts.size() - 1).subscriptionId();
    List<Draft> fresh = drafts.stream().filter(draft -> !draft.billed()).toList();
    if (!fresh.isEmpty()) {
      issue(run, series, head, fresh);
    }
    return new Issued(drafts.size(), fresh.size(), last);
  }

  private LocalDate today(RunContext run) {
    return clock.today(run.pack().zone());
  }

  private void issue(
      RunContext run, Seller.Series series, SeriesLock.Head head, List<Draft> drafts) {
    Numbered numbered = number(series, head, drafts);
    long runId = run.runId();
    String vendor = run.pack().code();
    java.time.Instant now = clock.now();
    long[] subscriptions = numbered.subscriptions;
    insert(run, series, head.year(), numbered, now);
    sql.update(OPEN_ITEMS, vendor, runId, subscriptions);
    int digits = run.pack().seller().currency().getDefaultFractionDigits();
    long[] messages = ids.next(drafts.size());
    sql.update(OUTBOX, vendor, digits, digits, now, subscriptions, messages, runId);
    sql.update(BILLED, runId, subscriptions);
    seriesLock.moveTo(
        vendor, series, head, run.issueDate(), numbered.lastCounter(), numbered.lastChain());
    book(run, subscriptions, now);
  }

  private void insert(
      RunContext run, Seller.Series series, int year, Numbered numbered, java.time.Instant now) {
    try {
      sql.update(
          INVOICES,
          run.pack().code(),
          series.code(),
          year,
          run.pack().id(),
          now,
          numbered.subscriptions,
          numbered.counters,
          numbered.numbers,
          numbered.chains,
          run.runId());
    } catch (DatabaseFault e) {
      throw SeriesLock.taken(e, series, numbered.numbers[0] + " or one soon after it");
    }
  }

  private void book(RunContext run, long[] subscriptions, java.time.Instant now) {
    SellerAccounts seller =
        ledger.sellerAccounts(run.pack().code(), run.pack().seller().currency());
    long runId = run.runId();
    sql.update(
        TRANSFERS, run.pack().code(), now, seller.revenue(), seller.vat(), runId, subscriptions);
    sql.list(row -> row.getLong(1), LOCK_CUSTOMERS, runId, subscriptions);
    sql.update(CUSTOMER_BALANCES, runId, subscriptions);
    sql.list(row -> row.getLong(1), LOCK_SELLER, seller.revenue(), seller.vat());
    sql.update(SELLER_BALANCES, seller.vat(), seller.revenue(), runId, subscriptions);
  }

  private static Numbered number(Seller.Series series, SeriesLock.Head head, List<Draft> drafts) {
    DocumentHash hash = new DocumentHash();
    Numbered numbered = new Numbered(drafts.size());
    byte[] chain = head.chain();
    for (int i = 0; i < drafts.size(); i++) {
      long counter = head.last() + 1 + i;
      String number = series.format(head.year(), counter);
      chain = hash.chain(chain, number, drafts.get(i).digest());
      numbered.subscriptions[i] = drafts.get(i).subscriptionId();
      numbered.counters[i] = counter;
      numbered.numbers[i] = number;
      numbered.chains[i] = chain;
    }
    return numbered;
  }

  private record Draft(long subscriptionId, long documentId, byte[] digest, boolean billed) {}

  /** Columns for {@code unnest}. */
  private static final class Numbered {
    final long[] subscriptions;
    final long[] counters;
    final String[] numbers;
    final byte[][] chains;

    Numbered(int size) {
      subscriptions = new long[size];
      counters = new long[size];
      numbers = new String[size];
      chains = new byte[size][];
    }

    long lastCounter() {
      return counters[counters.length - 1];
    }

    byte[] lastChain() {
      return chains[chains.length - 1];
    }
  }
}
