package org.kontor.billing.access.boundary;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A notice that was taken.
 *
 * @param until first moment after the deferral
 * @param skippedDays days off that do not count
 */
public record TransferNoticeView(
    long caseId,
    long subscriptionId,
    Instant givenAt,
    Instant until,
    String reference,
    List<LocalDate> skippedDays) {}
