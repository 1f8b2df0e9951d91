package org.kontor.domain.policy;

/**
 * What is wrong with a policy pack.
 *
 * @param path where, as {@code catalogue.plans[0].tiers[2].upTo}
 * @param reason what is wrong, in English
 * @param mend what to write instead
 */
public record PolicyFault(String path, String reason, String mend) {}
