package org.kontor.billing.policy.boundary;

import java.time.LocalDate;
import java.util.Map;

/**
 * The settings in force on a day.
 *
 * @param policy {@code code@version}
 * @param on local date of the vendor
 * @param until last day on which it is in force as far as is known, absent when it is the newest
 * @param settings as in the file; amounts as decimal text
 */
public record PackInForce(
    String policy,
    LocalDate on,
    LocalDate effectiveFrom,
    LocalDate until,
    Map<String, Object> settings) {}
