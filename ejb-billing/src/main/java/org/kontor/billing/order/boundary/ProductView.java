package org.kontor.billing.order.boundary;

import java.time.LocalDate;

/**
 * A product that a customer bought.
 *
 * @param state {@code AWAITING_PAYMENT}, {@code ACTIVE}, {@code EXPIRED} or {@code WITHDRAWN}
 * @param expiresOn last usable day, absent without end
 * @param renewalInvoiceId invoice that renews it once it is paid
 */
public record ProductView(
    long id,
    String product,
    String name,
    String kind,
    long quantity,
    String state,
    long invoiceId,
    LocalDate orderedOn,
    LocalDate activeFrom,
    LocalDate expiresOn,
    Long renewalInvoiceId) {}
