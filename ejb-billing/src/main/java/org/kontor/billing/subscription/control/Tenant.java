package org.kontor.billing.subscription.control;

import java.time.LocalDate;
import java.time.ZoneId;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Plan.Deployment;

/**
 * What subscriptions need to know of a customer and its vendor.
 *
 * @param zone of the vendor: its local days are business dates
 * @param bookFrom first business date that can be booked
 * @param closed a closed customer begins nothing new
 */
public record Tenant(
    long customerId,
    String vendorCode,
    ZoneId zone,
    LocalDate bookFrom,
    Deployment deployment,
    boolean closed,
    Buyer buyer) {}
