package org.kontor.billing.wallet.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.LowBalanceAlert;
import org.kontor.domain.money.Money;

/**
 * Of which balance a customer wants to hear before it is used up (PAGES C05). Charges look at it in
 * their own transaction; what is set holds from the next charge on.
 */
@Stateless
public class LowBalanceAlerts {

  @Inject private AccountHolders holders;
  @Inject private Audit audit;
  @Inject private Sql sql;

  /**
   * The alert of a customer.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND also where none was set
   */
  public LowBalanceAlertView get(long customerId) {
    return find(customerId).orElseThrow(() -> NotFound.of("low-balance alert"));
  }

  /** Empty where none was set. */
  public Optional<LowBalanceAlertView> find(long customerId) {
    AccountHolder holder = holders.asked(customerId);
    return sql.one(
            row -> Money.ofMinor(row.getLong(1), holder.currency()),
            "select below_minor from low_balance_alert where customer_id = ?",
            customerId)
        .map(LowBalanceAlertView::of);
  }

  /**
   * Sets it, or another amount.
   *
   * @param below in the customer's currency
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, MISSING_VALUE, INVALID_VALUE
   */
  public LowBalanceAlertView set(long customerId, BigDecimal below) {
    LowBalanceAlert alert = LowBalanceAlert.of(below, holders.asked(customerId).currency());
    sql.update(
        "insert into low_balance_alert (customer_id, below_minor) values (?, ?)"
            + " on conflict (customer_id) do update set below_minor = excluded.below_minor",
        customerId,
        alert.below().minor());
    audit.record(
        "low-balance-alert.set",
        "customer/" + customerId,
        Map.of("below", alert.below().amount().toPlainString()));
    return LowBalanceAlertView.of(alert.below());
  }

  /** Nothing happens where there is none. */
  public void remove(long customerId) {
    holders.asked(customerId);
    int removed = sql.update("delete from low_balance_alert where customer_id = ?", customerId);
    if (removed > 0) {
      audit.record("low-balance-alert.removed", "customer/" + customerId, Map.of());
    }
  }
}
