package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.TenantData;

/** Deletes a trial's data: what it used, and what the tenant kept in the CRM module (S1.2). */
@ApplicationScoped
public class Erasure {

  private final SubscriptionStore store;
  private final TenantData tenantData;
  private final Sql sql;

  @Inject
  public Erasure(SubscriptionStore store, TenantData tenantData, Sql sql) {
    this.store = store;
    this.tenantData = tenantData;
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Erasure() {
    this(null, null, null);
  }

  /** What the tenant shares with another living subscription stays. */
  public void erase(Subscription trial) {
    store.flush();
    sql.update("delete from usage_fact where subscription_id = ?", trial.getId());
    sql.update("delete from usage_day where subscription_id = ?", trial.getId());
    sql.update("delete from transfer_proof where subscription_id = ?", trial.getId());
    boolean shared =
        sql.one(
                row -> true,
                "select 1 from subscription where customer_id = ? and id <> ?"
                    + " and state in ('TRIAL', 'ACTIVE', 'STOPPED') limit 1",
                trial.getCustomerId(),
                trial.getId())
            .isPresent();
    if (!shared) {
      tenantData.erase(trial.getCustomerId());
    }
  }
}
