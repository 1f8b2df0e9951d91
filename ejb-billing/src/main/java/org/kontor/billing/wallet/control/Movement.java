package org.kontor.billing.wallet.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.money.Money;

/**
 * What one source did to the balance.
 *
 * @param code of one of its transfers
 * @param amount signed, bonus included
 * @param balance after it, in the order of business dates
 */
public record Movement(
    LocalDate businessDate,
    Instant recordedAt,
    long sourceId,
    String code,
    Money amount,
    Money bonus,
    Money balance) {

  /** Where a page ended. */
  public String cursor() {
    return businessDate + "_" + recordedAt + "_" + sourceId;
  }
}
