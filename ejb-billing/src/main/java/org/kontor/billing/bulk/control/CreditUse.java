package org.kontor.billing.bulk.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Credit of customers that can pay what a run has just issued. */
public interface CreditUse {

  /** Customers of a vendor with both credit and something open. */
  List<Long> candidates(String vendor, LocalDate on);

  /** Pays the customer's open invoices from his credit, in the caller's transaction. */
  void apply(String vendor, long customerId, LocalDate on, Instant recordedAt);
}
