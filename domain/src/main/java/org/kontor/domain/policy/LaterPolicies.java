package org.kontor.domain.policy;

/**
 * Support and licence settings: their place in the format, kept as canonical JSON text until their
 * features read them.
 */
public record LaterPolicies(String support, String licence) {}
