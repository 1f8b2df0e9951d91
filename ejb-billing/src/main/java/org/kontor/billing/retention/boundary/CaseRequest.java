package org.kontor.billing.retention.boundary;

/**
 * What somebody asks about a case or a subscription.
 *
 * @param subscriptionId where a case is begun
 * @param personId the customer's person on whose behalf it is asked; null when staff ask
 * @param reason in one line
 */
public record CaseRequest(Long subscriptionId, Long personId, String reason) {}
