package org.kontor.domain.customer;

/** A tenant's own data in the system, as far as other rooms may have it deleted (S1.2, S1.32). */
public interface TenantData {

  /**
   * Deletes what the customer keeps in its CRM module, in the caller's transaction. The customer
   * itself, its documents and its bookings stay.
   */
  void erase(long customerId);
}
