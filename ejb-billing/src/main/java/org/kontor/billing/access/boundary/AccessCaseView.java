package org.kontor.billing.access.boundary;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.policy.AccessPolicy.Trigger;

/**
 * One episode of debt of one subscription.
 *
 * @param beganOn the oldest due date, or the day whose charge exhausted the balance (S2.24)
 * @param stage highest stage told, from 1; 0 or -1 when none was
 * @param stoppedService whether it stopped the subscription
 * @param reviewOn business date of the next change; null when none is to come
 * @param closedAt null while it is open
 * @param closedReason PAID, REPAID, or why else; empty while it is open
 */
public record AccessCaseView(
    long id,
    String vendor,
    long customerId,
    long subscriptionId,
    Trigger cause,
    LocalDate beganOn,
    int stage,
    boolean stoppedService,
    LocalDate reviewOn,
    Instant openedAt,
    Instant closedAt,
    String closedReason) {}
