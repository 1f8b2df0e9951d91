package org.kontor.billing.retention.boundary;

import java.time.Instant;

/** Staff keep a subscription's data, whatever a policy says. */
public record HoldView(
    long subscriptionId, long customerId, String reason, String placedBy, Instant placedAt) {}
