package org.kontor.billing.policy.boundary;

import java.time.LocalDate;
import java.util.List;

/**
 * A vendor with its versions.
 *
 * @param bookFrom first business date that can be booked
 * @param today local date of the vendor
 * @param inForce version that is in force today, absent before the first one
 */
public record PackSummary(
    String code,
    String name,
    String zone,
    String currency,
    List<String> languages,
    LocalDate bookFrom,
    LocalDate today,
    Integer inForce,
    List<PackVersion> versions) {}
