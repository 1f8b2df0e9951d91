package org.kontor.billing.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.ledger.control.AccountSums.Sum;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.ledger.SellerAccounts;
import org.kontor.domain.ledger.Transfer;
import org.kontor.domain.money.Money;

/**
 * Books transfers in the caller's transaction: one or thousands, with three to five statements.
 *
 * <p>Order of locks: a customer's accounts before his open items, customers by id, sellers'
 * accounts last. Who keeps to it cannot deadlock.
 */
@ApplicationScoped
public class Ledger {

  private static final String INSERT =
      "insert into ledger_transfer (customer_id, business_date, source_id, leg, vendor_code,"
          + " debit_account, credit_account, amount_minor, currency, code, recorded_at)"
          + " select customer, day::date, source, leg, ?, debit, credit, amount, currency, code, ?"
          + " from unnest(?::bigint[], ?::text[], ?::bigint[], ?::int[], ?::bigint[], ?::bigint[],"
          + " ?::bigint[], ?::text[], ?::text[])"
          + " t (customer, day, source, leg, debit, credit, amount, currency, code)";

  private static final String LOCK =
      "select id from ledger_account where id = any(?) order by id for update";

  private static final String ADD =
      "update ledger_account a set debit_minor = a.debit_minor + t.debit,"
          + " credit_minor = a.credit_minor + t.credit"
          + " from unnest(?::bigint[], ?::bigint[], ?::bigint[], ?::text[])"
          + " t (id, debit, credit, currency)"
          + " where a.id = t.id and a.currency = t.currency";

  private final Sql sql;
  private final LedgerAccounts accounts;
  private final Months months;
  private final Instance<BalancesMoved> watchers;

  @Inject
  public Ledger(
      Sql sql, LedgerAccounts accounts, Months months, @Any Instance<BalancesMoved> watchers) {
    this.sql = sql;
    this.accounts = accounts;
    this.months = months;
    this.watchers = watchers;
  }

  /** A ledger that nobody watches. */
  public Ledger(Sql sql, LedgerAccounts accounts, Months months) {
    this(sql, accounts, months, null);
  }

  /** For the container's proxy. */
  protected Ledger() {
    this(null, null, null, null);
  }

  /**
   * Appends the transfers and moves the balances. The same source twice on a day is a {@link
   * org.kontor.crm.platform.boundary.DatabaseFault} (duplicate). Call it once, and last, in a
   * transaction: from here on others wait for the seller's accounts.
   *
   * @param recordedAt business clock
   */
  public void post(String vendor, List<Transfer> transfers, Instant recordedAt) {
    if (transfers.isEmpty()) {
      return;
    }
    transfers.stream().map(Transfer::businessDate).distinct().forEach(months::ensure);
    AccountSums sums = new AccountSums(transfers);
    insert(vendor, transfers, recordedAt);
    add(sums.customers());
    add(sums.sellers());
    if (watchers != null) {
      watchers.forEach(watcher -> watcher.moved(vendor, transfers, recordedAt));
    }
  }

  /** Ids of the seller's accounts in a currency, opened on demand, cached. */
  public SellerAccounts sellerAccounts(String vendor, Currency currency) {
    return accounts.of(vendor, currency);
  }

  /** Balances of customers as they stand; a customer without accounts is left out. */
  public Map<Long, Buckets> balances(long... customerIds) {
    return buckets(customerIds, "");
  }

  /**
   * Balances of customers, locked until the transaction ends: first thing to do for whoever decides
   * by them. Locks the receivable too.
   */
  public Map<Long, Buckets> lock(long... customerIds) {
    return buckets(customerIds, " for update");
  }

  private Map<Long, Buckets> buckets(long[] customerIds, String locking) {
    AccountKind[] kinds = {AccountKind.RECEIVABLE, AccountKind.WALLET, AccountKind.BONUS};
    long[] ids =
        Arrays.stream(customerIds)
            .flatMap(customer -> Arrays.stream(kinds).mapToLong(kind -> kind.of(customer)))
            .toArray();
    Map<Long, Buckets> result = new HashMap<>(customerIds.length * 2);
    sql.list(
            row ->
                new Balance(
                    row.getLong(1),
                    Money.ofMinor(row.getLong(3), Currency.getInstance(row.getString(2)))),
            "select id, currency, credit_minor - debit_minor from ledger_account"
                + " where id = any(?) order by id"
                + locking,
            ids)
        .forEach(balance -> balance.into(result));
    return result;
  }

  private void insert(String vendor, List<Transfer> transfers, Instant recordedAt) {
    int size = transfers.size();
    long[] customer = new long[size];
    String[] day = new String[size];
    long[] source = new long[size];
    int[] leg = new int[size];
    long[] debit = new long[size];
    long[] credit = new long[size];
    long[] amount = new long[size];
    String[] currency = new String[size];
    String[] code = new String[size];
    LocalDate lastDate = null;
    String lastDay = null;
    for (int i = 0; i < size; i++) {
      Transfer transfer = transfers.get(i);
      if (!transfer.businessDate().equals(lastDate)) {
        lastDate = transfer.businessDate();
        lastDay = lastDate.toString();
      }
      customer[i] = transfer.customerId();
      day[i] = lastDay;
      source[i] = transfer.sourceId();
      leg[i] = transfer.leg();
      debit[i] = transfer.debitAccount();
      credit[i] = transfer.creditAccount();
      amount[i] = transfer.amount().minor();
      currency[i] = transfer.amount().currency().getCurrencyCode();
      code[i] = transfer.code().name();
    }
    sql.update(
        INSERT,
        vendor,
        recordedAt,
        customer,
        day,
        source,
        leg,
        debit,
        credit,
        amount,
        currency,
        code);
  }

  private void add(Map<Long, Sum> sums) {
    if (sums.isEmpty()) {
      return;
    }
    long[] ids = sums.keySet().stream().mapToLong(Long::longValue).toArray();
    if (ids.length > 1) {
      // An update alone locks in the order of its plan; this one fixes the order.
      sql.list(row -> row.getLong(1), LOCK, ids);
    }
    int changed =
        sql.update(
            ADD,
            ids,
            sums.values().stream().mapToLong(sum -> sum.debit).toArray(),
            sums.values().stream().mapToLong(sum -> sum.credit).toArray(),
            sums.values().stream().map(sum -> sum.currency).toArray(String[]::new));
    if (changed != ids.length) {
      accounts.forget();
      throw new IllegalStateException(
          (ids.length - changed)
              + " accounts are missing or of another currency, first of "
              + ids[0]);
    }
  }

  private record Balance(long account, Money amount) {

    void into(Map<Long, Buckets> result) {
      Money zero = Money.zero(amount.currency());
      long customer = AccountKind.customerOf(account);
      Buckets known = result.getOrDefault(customer, new Buckets(zero, zero));
      if (account == AccountKind.WALLET.of(customer)) {
        known = new Buckets(amount, known.bonus());
      } else if (account == AccountKind.BONUS.of(customer)) {
        known = new Buckets(known.paid(), amount);
      }
      result.put(customer, known);
    }
  }
}
