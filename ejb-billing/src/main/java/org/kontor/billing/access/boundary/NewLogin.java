package org.kontor.billing.access.boundary;

import java.time.Instant;

/**
 * Somebody logged in to the vendor's application.
 *
 * @param at when; null for now
 */
public record NewLogin(Long subscriptionId, Instant at) {}
