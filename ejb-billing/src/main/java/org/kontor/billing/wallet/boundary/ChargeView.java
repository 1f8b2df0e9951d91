package org.kontor.billing.wallet.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.kontor.billing.wallet.control.ChargeRow;

/**
 * A charge taken from the balance (S2.4, S3.22).
 *
 * @param id its address, {@code customer-date-id}
 * @param businessDate the day charged for; of settlements the 1st
 * @param amount negative for corrections
 * @param policy {@code code@version} that priced it
 */
public record ChargeView(
    String id,
    long customerId,
    long subscriptionId,
    LocalDate businessDate,
    String itemCode,
    String name,
    LocalDate periodFrom,
    LocalDate periodTo,
    BigDecimal quantity,
    BigDecimal amount,
    String currency,
    String policy,
    Instant recordedAt) {

  static ChargeView of(ChargeRow row) {
    return new ChargeView(
        row.ref().toString(),
        row.customerId(),
        row.subscriptionId(),
        row.businessDate(),
        row.itemCode(),
        row.name(),
        row.periodFrom(),
        row.periodTo(),
        row.quantity(),
        row.amount().amount(),
        row.amount().currency().getCurrencyCode(),
        row.policy(),
        row.recordedAt());
  }
}
