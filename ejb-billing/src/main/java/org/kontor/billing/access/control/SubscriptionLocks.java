package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.crm.platform.boundary.Sql;

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
}
