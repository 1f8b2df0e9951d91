package org.kontor.billing.policy.boundary;

/**
 * One mistake in a policy pack's file, with its place and its remedy.
 *
 * @param file name of the file, as the caller gave it
 * @param line counted from 1, 0 when the mistake has no place
 * @param column counted from 1
 * @param path of the setting, as {@code catalogue.plans[0].tiers[2].upTo}
 * @param reason what is wrong
 * @param mend what to write instead
 */
public record PackError(
    String file, int line, int column, String path, String reason, String mend) {}
