package org.kontor.domain.customer;

/**
 * Is told, inside the same transaction, that a customer now exists; opens what the customer needs
 * elsewhere (its ledger accounts). Must do nothing when it was told before.
 */
public interface CustomerOpened {

  /**
   * @param currency ISO 4217, the currency in which the customer is billed
   */
  void opened(long customerId, String vendorCode, String currency);
}
