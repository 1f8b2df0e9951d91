package org.kontor.billing.ledger.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import java.util.Currency;
import java.util.List;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.AccountKind;

/**
 * What postings need beforehand: months of the partitioned tables, the seller's accounts. Made in a
 * transaction of its own, so that what callers remember of it survives their roll-back.
 */
@ApplicationScoped
@Transactional(TxType.REQUIRES_NEW)
public class GroundWork {

  private static final List<AccountKind> SELLERS =
      List.of(AccountKind.values()).stream().filter(kind -> !kind.ofCustomer()).toList();

  private final Sql sql;
  private final Ids ids;

  @Inject
  public GroundWork(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected GroundWork() {
    this(null, null);
  }

  /** Makes the partitions of the month. */
  public void month(LocalDate day) {
    sql.one(row -> true, "select ensure_month(?)", day);
  }

  /** Opens the seller's accounts that are not there yet; all of a currency at once. */
  public void sellerAccounts(String vendor, Currency currency) {
    for (AccountKind kind : SELLERS) {
      sql.update(
          "insert into ledger_account (id, vendor_code, customer_id, kind, currency)"
              + " values (?, ?, null, ?, ?) on conflict do nothing",
          -ids.next(),
          vendor,
          kind,
          currency.getCurrencyCode());
    }
  }
}
