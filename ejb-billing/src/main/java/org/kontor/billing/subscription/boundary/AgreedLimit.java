package org.kontor.billing.subscription.boundary;

/**
 * A limit that staff agree with a tenant (S1.18). It raises what a plan allows and never lowers it.
 *
 * @param allowed 0 or more
 * @param reason for the record
 */
public record AgreedLimit(Long allowed, String reason) {}
