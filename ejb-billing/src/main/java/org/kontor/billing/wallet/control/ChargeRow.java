package org.kontor.billing.wallet.control;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.money.Money;

/** A charge as booked. */
public record ChargeRow(
    long id,
    long customerId,
    long subscriptionId,
    String vendorCode,
    LocalDate businessDate,
    String itemCode,
    String name,
    LocalDate periodFrom,
    LocalDate periodTo,
    BigDecimal quantity,
    Money amount,
    String policy,
    String explanation,
    Instant recordedAt) {

  public ChargeRef ref() {
    return new ChargeRef(customerId, businessDate, id);
  }
}
