package org.kontor.billing.order.control;

import java.time.ZoneId;

/**
 * What an order needs to know of a customer.
 *
 * @param zone of the vendor
 */
public record OrderingCustomer(
    long id, String vendorCode, String currency, boolean active, ZoneId zone) {}
