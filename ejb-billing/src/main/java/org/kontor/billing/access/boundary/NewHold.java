package org.kontor.billing.access.boundary;

import java.time.Instant;

/**
 * Staff hold a restriction back.
 *
 * @param until first moment after it, at most 366 days ahead
 * @param reason why, for the record; 1 to 500 characters
 */
public record NewHold(Long subscriptionId, Instant until, String reason) {}
