package org.kontor.billing.payment.control;

import java.time.LocalDate;

/** Is told, inside the same transaction, that an invoice is paid in full (S5.3, S5.22). */
public interface InvoicePaid {

  /**
   * @param on the day from which the payment counts: a transfer's value date
   */
  void paid(long customerId, long invoiceId, LocalDate on);
}
