package org.kontor.billing.order.control;

import java.time.LocalDate;

/**
 * An active product with an end that awaits no renewal, as the renewal run sees it.
 *
 * @param expiresOn last usable day
 * @param renewalsCredited invoices that were to renew it and were credited instead of paid
 */
record DueProduct(
    long id,
    long customerId,
    String code,
    long quantity,
    LocalDate expiresOn,
    int renewalsCredited) {

  /** Natural key of the invoice for the term that follows. */
  String renewalSource() {
    String term = "renewal:" + id + ":" + expiresOn;
    return renewalsCredited == 0 ? term : term + ":" + renewalsCredited;
  }
}
