package org.kontor.billing.payment.control;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What payments need to know of a customer and its vendor.
 *
 * @param zone of the vendor: its local days are business dates
 * @param bookFrom first business date that can be booked
 * @param closed a closed customer's money becomes credit to refund, it reopens nothing
 */
public record PayingCustomer(
    long id,
    String vendorCode,
    ZoneId zone,
    LocalDate bookFrom,
    Currency currency,
    boolean closed) {}
