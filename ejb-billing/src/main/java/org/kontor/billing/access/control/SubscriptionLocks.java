package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.ledger.AccountKind;

/**
 * Locks a customer's subscriptions before his accounts, as charging does: a payment may have to
 * restore them, and whoever stops them waits for it.
 */
@ApplicationScoped
public class SubscriptionLocks {

  private final Sql sql;

  @Inject
  public SubscriptionLocks(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected SubscriptionLocks() {
    this(null);
  }

  /** Until the transaction ends; before any lock on his accounts. */
  public void hold(long customerId) {
    sql.list(
        row -> row.getLong(1),
        "select id from subscription where customer_id = ? order by id for no key update",
        customerId);
  }

  /** Those that are evaluated, and then the accounts of their customers. */
  void evaluated(long[] subscriptions) {
    List<Long> customers =
        sql.list(
            row -> row.getLong(1),
            "select customer_id from subscription where id = any(?) order by id"
                + " for no key update",
            (Object) subscriptions);
    long[] accounts =
        customers.stream().mapToLong(AccountKind.WALLET::of).distinct().sorted().toArray();
    sql.list(
        row -> row.getLong(1),
        "select id from ledger_account where id = any(?) order by id for update",
        (Object) accounts);
  }
}
