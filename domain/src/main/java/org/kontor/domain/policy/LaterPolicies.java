package org.kontor.domain.policy;

/**
 * Retention, support and licence settings: their place in the format, kept as canonical JSON text
 * until their features read them.
 */
public record LaterPolicies(String retention, String support, String licence) {}
