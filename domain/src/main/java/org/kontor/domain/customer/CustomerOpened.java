package org.kontor.domain.customer;

import java.util.List;

/**
 * Is told, inside the same transaction, that a customer now exists; opens what the customer needs
 * elsewhere (its ledger accounts). Must do nothing when it was told before.
 */
public interface CustomerOpened {

  /**
   * @param currency ISO 4217, the currency in which the customer is billed
   */
  void opened(long customerId, String vendorCode, String currency);

  /** Many at once; whoever can do that faster than one by one, does. */
  default void openedAll(List<Opened> customers) {
    customers.forEach(c -> opened(c.customerId(), c.vendorCode(), c.currency()));
  }

  /** One of many; see {@link #opened}. */
  record Opened(long customerId, String vendorCode, String currency) {}
}
