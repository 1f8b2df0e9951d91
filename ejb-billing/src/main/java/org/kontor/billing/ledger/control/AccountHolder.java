package org.kontor.billing.ledger.control;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;

/**
 * What the books need to know of a customer and its vendor.
 *
 * @param zone of the vendor: its local days are business dates
 * @param bookFrom first business date that can be booked
 * @param closed a closed customer's money becomes credit to refund, it reopens nothing
 */
public record AccountHolder(
    long id,
    String vendorCode,
    ZoneId zone,
    LocalDate bookFrom,
    Currency currency,
    boolean closed) {}
