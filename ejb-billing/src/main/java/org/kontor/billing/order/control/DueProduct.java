package org.kontor.billing.order.control;

import java.time.LocalDate;

/**
 * An active product with an end, as the renewal run sees it.
 *
 * @param expiresOn last usable day
 * @param renewalInvoiceId invoice that will renew it, or null
 */
record DueProduct(
    long id,
    long customerId,
    String code,
    long quantity,
    LocalDate expiresOn,
    Long renewalInvoiceId) {}
