package org.kontor.billing.access.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.promise.PromiseState;

/**
 * A promised payment.
 *
 * @param dueAtEnd the sum that was shown when it was taken
 * @param takenBy person
 * @param settledAt when it was kept or broken; null while it runs
 */
public record PromiseView(
    long id,
    long customerId,
    long subscriptionId,
    int days,
    Instant takenAt,
    Instant endsAt,
    List<LocalDate> skippedDays,
    BigDecimal dueAtEnd,
    String currency,
    long takenBy,
    PromiseState state,
    Instant settledAt) {}
