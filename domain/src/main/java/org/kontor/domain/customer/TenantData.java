package org.kontor.domain.customer;

import java.util.Map;

/**
 * A tenant's own data in the system, as far as other rooms may have it deleted (S1.2, S1.32, S3.41,
 * S3.43). All in the caller's transaction. The customer itself, its documents and its bookings
 * stay.
 */
public interface TenantData {

  /**
   * Deletes what the customer keeps in its CRM module.
   *
   * @return how many organisations
   */
  long erase(long customerId);

  /**
   * Puts what the customer keeps out of everybody's reach.
   *
   * @param caseId names it, for who brings it back
   * @return how much of each kind
   */
  Map<String, Long> setAside(long customerId, long caseId);

  /** Brings back what was set aside. */
  void bringBack(long customerId, long caseId);

  /**
   * Deletes the customer's people for good; who belongs to another customer too only leaves this
   * one.
   *
   * @return how much of each kind
   */
  Map<String, Long> forget(long customerId);

  /**
   * Takes from the customer's own record what names him, and closes it.
   *
   * @param pseudonym takes the place of name and reference
   */
  void pseudonymise(long customerId, String pseudonym);

  /** Closes the account: it begins nothing new, and what it pays becomes credit (S1.31). */
  boolean close(long customerId);

  /** Opens a closed account again. */
  void reopen(long customerId);
}
