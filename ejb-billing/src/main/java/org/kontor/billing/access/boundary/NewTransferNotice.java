package org.kontor.billing.access.boundary;

/**
 * "I have paid by transfer."
 *
 * @param personId who says so; null when staff were told
 * @param reference what the transfer bears, or empty
 */
public record NewTransferNotice(Long subscriptionId, Long personId, String reference) {}
