package org.kontor.crm.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.TenantData;

/** Deletes the organisations that a customer keeps in its CRM module. */
@ApplicationScoped
public class CrmData implements TenantData {

  private final Sql sql;

  @Inject
  public CrmData(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected CrmData() {
    this(null);
  }

  @Override
  public void erase(long customerId) {
    sql.update("delete from crm_account where customer_id = ?", customerId);
  }
}
