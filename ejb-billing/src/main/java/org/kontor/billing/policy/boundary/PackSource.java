package org.kontor.billing.policy.boundary;

/**
 * A version as it was imported, byte for byte.
 *
 * @param json whether the text is JSON rather than YAML
 */
public record PackSource(String text, boolean json) {}
