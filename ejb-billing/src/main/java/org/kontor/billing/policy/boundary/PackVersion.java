package org.kontor.billing.policy.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * One imported version.
 *
 * @param policy {@code code@version}, as documents quote it
 * @param sha256 of the file as imported, hexadecimal
 * @param warnings what is allowed, but should be known; only in the answer to an import
 */
public record PackVersion(
    String policy,
    String code,
    int version,
    LocalDate effectiveFrom,
    String sha256,
    Instant importedAt,
    List<PackError> warnings) {}
