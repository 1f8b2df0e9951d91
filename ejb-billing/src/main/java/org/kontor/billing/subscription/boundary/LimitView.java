package org.kontor.billing.subscription.boundary;

/**
 * A limit and how far it is used (S1.14, S1.18).
 *
 * @param allowed absent when unlimited
 * @param ofPlan what the plan alone allows, absent when unlimited
 * @param agreed with this tenant, absent when nothing was
 * @param reason of the agreement
 */
public record LimitView(
    String code, long used, Long allowed, Long ofPlan, Long agreed, String reason) {}
