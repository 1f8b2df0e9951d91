package org.kontor.billing.access.boundary;

import java.time.Instant;

/**
 * A hold.
 *
 * @param endedAt when it was ended before its time; null when it was not
 * @param running whether it spares its subscription now
 */
public record HoldView(
    long id,
    long customerId,
    long subscriptionId,
    Instant from,
    Instant until,
    String reason,
    Instant endedAt,
    String endedReason,
    boolean running) {}
