package org.kontor.billing.charging.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.ledger.WalletTerms;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;

/**
 * VAT that was accounted with top-ups and is not used up by charges yet, customer by customer. Only
 * asked for where the seller's rate has changed: else each charge contains its own rate of it.
 */
@ApplicationScoped
public class AdvanceVat {

  private static final String ACCOUNTED =
      "select customer_id, sum(case when debit_account = ? then amount_minor else -amount_minor"
          + " end)::bigint from ledger_transfer where customer_id = any(?) and (debit_account = ?"
          + " or credit_account = ?) group by customer_id";

  private final Sql sql;
  private final Ledger ledger;
  private final PolicyBook policies;

  @Inject
  public AdvanceVat(Sql sql, Ledger ledger, PolicyBook policies) {
    this.sql = sql;
    this.ledger = ledger;
    this.policies = policies;
  }

  /** For the container's proxy. */
  protected AdvanceVat() {
    this(null, null, null);
  }

  /**
   * @param balances of the customers, locked
   * @return empty where one rate explains all
   */
  Map<Long, Money> accounted(String vendor, Map<Long, Buckets> balances) {
    List<WalletTerms> terms = policies.versions(vendor).stream().map(WalletTerms::of).toList();
    boolean changed =
        terms.stream()
                .map(WalletTerms::vatPercent)
                .map(BigDecimal::stripTrailingZeros)
                .distinct()
                .count()
            > 1;
    if (!changed || !terms.get(0).vatAtTopUp()) {
      return Map.of();
    }
    PolicyPack pack = policies.versions(vendor).get(0);
    Currency currency = pack.seller().currency();
    long account = ledger.sellerAccounts(vendor, currency).advanceVat();
    Map<Long, Money> accounted = new HashMap<>();
    Set<Long> customers = balances.keySet();
    customers.forEach(customer -> accounted.put(customer, Money.zero(currency)));
    sql.list(
            row -> Map.entry(row.getLong(1), Money.ofMinor(row.getLong(2), currency)),
            ACCOUNTED,
            account,
            customers.stream().mapToLong(Long::longValue).toArray(),
            account,
            account)
        .forEach(entry -> accounted.put(entry.getKey(), entry.getValue()));
    return accounted;
  }
}
