package org.kontor.billing.subscription.boundary;

/** Why a subscription is stopped, for the record. */
public record StopReason(String reason) {}
