package org.kontor.billing.policy.boundary;

/**
 * One setting that differs between two versions.
 *
 * @param path of the setting; entries with a code are named by it: {@code
 *     catalogue.plans[start].fee}
 * @param from value in the older version, absent when it was not there
 * @param to value in the newer version, absent when it is gone
 */
public record PackChange(String path, String from, String to) {}
