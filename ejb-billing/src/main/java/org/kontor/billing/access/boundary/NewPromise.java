package org.kontor.billing.access.boundary;

/**
 * A promised payment that is taken.
 *
 * @param personId who takes it; must be allowed to (S2.33)
 * @param days from 1 (S2.29)
 */
public record NewPromise(Long subscriptionId, Long personId, Integer days) {}
