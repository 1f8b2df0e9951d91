package org.kontor.billing.ledger.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * One transfer.
 *
 * @param debit account kind that is debited
 * @param credit account kind that is credited
 */
public record TransferView(
    LocalDate businessDate,
    long sourceId,
    int leg,
    String code,
    String debit,
    String credit,
    BigDecimal amount,
    String currency,
    Instant recordedAt) {}
