package org.kontor.billing.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Currency;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.kontor.crm.platform.boundary.BookEmptied;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.CustomerOpened;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.ledger.SellerAccounts;

/** The accounts: three for each customer, a set per currency for each seller. */
@ApplicationScoped
public class LedgerAccounts implements CustomerOpened {

  private static final String OPEN =
      "insert into ledger_account (id, vendor_code, customer_id, kind, currency)"
          + " select k.id, c.vendor_code, c.id, k.kind, c.currency from %s c cross join lateral"
          + " (values ("
          + AccountKind.RECEIVABLE.of("c.id")
          + ", 'RECEIVABLE'), ("
          + AccountKind.WALLET.of("c.id")
          + ", 'WALLET'), ("
          + AccountKind.BONUS.of("c.id")
          + ", 'BONUS')) k (id, kind) %s on conflict (id) do nothing";

  private final Map<Key, SellerAccounts> sellers = new ConcurrentHashMap<>();
  private final Sql sql;
  private final GroundWork ground;

  @Inject
  public LedgerAccounts(Sql sql, GroundWork ground) {
    this.sql = sql;
    this.ground = ground;
  }

  /** For the container's proxy. */
  protected LedgerAccounts() {
    this(null, null);
  }

  @Override
  public void opened(long customerId, String vendorCode, String currency) {
    sql.update(
        OPEN.formatted("(select ?::bigint as id, ? as vendor_code, ? as currency)", ""),
        customerId,
        vendorCode,
        currency);
  }

  /** For bulk loads: opens what the customers of these ids do not have yet. */
  public void open(long[] customerIds) {
    sql.update(OPEN.formatted("customer", "where c.id = any(?)"), customerIds);
  }

  /** The seller's accounts in a currency, opened when they are not there yet. */
  public SellerAccounts of(String vendor, Currency currency) {
    Key key = new Key(vendor, currency);
    SellerAccounts known = sellers.get(key);
    if (known == null) {
      Map<AccountKind, Long> found = read(key);
      if (found.size() < AccountKind.values().length - 3) {
        ground.sellerAccounts(vendor, currency);
        found = read(key);
      }
      known =
          new SellerAccounts(
              currency,
              found.get(AccountKind.REVENUE),
              found.get(AccountKind.VAT),
              found.get(AccountKind.BANK),
              found.get(AccountKind.BONUS_COST),
              found.get(AccountKind.EXCHANGE),
              found.get(AccountKind.ADVANCE_VAT));
      sellers.put(key, known);
    }
    return known;
  }

  void forget(@Observes BookEmptied emptied) {
    forget();
  }

  /** Reads everything anew at the next use. */
  public void forget() {
    sellers.clear();
  }

  private Map<AccountKind, Long> read(Key key) {
    Map<AccountKind, Long> found = new EnumMap<>(AccountKind.class);
    sql.list(
            row -> Map.entry(AccountKind.valueOf(row.getString(1)), row.getLong(2)),
            "select kind, id from ledger_account"
                + " where vendor_code = ? and customer_id is null and currency = ?",
            key.vendor,
            key.currency.getCurrencyCode())
        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
    return found;
  }

  private record Key(String vendor, Currency currency) {}
}
