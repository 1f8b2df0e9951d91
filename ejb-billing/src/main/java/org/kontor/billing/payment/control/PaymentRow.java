package org.kontor.billing.payment.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.PaymentKind;

/**
 * A recorded payment; inserted once, never changed.
 *
 * @param externalKey bank reference or provider event; one booking per vendor, method and key
 * @param inputHash SHA-256 of what the caller sent
 * @param paid as it came in
 * @param amount in the book's currency
 * @param explanation of amount and bonus, compact, one a line
 */
public record PaymentRow(
    long id,
    long customerId,
    String vendorCode,
    PaymentKind kind,
    String method,
    String externalKey,
    byte[] inputHash,
    LocalDate valueDate,
    LocalDate businessDate,
    Money paid,
    Money amount,
    Money bonus,
    String explanation,
    String recordedBy,
    Instant recordedAt) {}
