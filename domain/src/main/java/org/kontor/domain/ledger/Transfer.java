package org.kontor.domain.ledger;

import java.time.LocalDate;
import org.kontor.domain.money.Money;

/**
 * One row of the ledger. {@code (customerId, businessDate, sourceId, leg)} is its key: the same
 * source posts once.
 *
 * @param customerId whose business it is; 0 for the seller's own
 * @param sourceId the invoice, charge, payment or allocation that it belongs to
 * @param leg from 0, within the source
 * @param amount positive
 */
public record Transfer(
    long customerId,
    LocalDate businessDate,
    long sourceId,
    int leg,
    long debitAccount,
    long creditAccount,
    Money amount,
    TransferCode code) {

  public Transfer {
    if (!amount.isPositive()) {
      throw new IllegalArgumentException("a transfer moves a positive amount, not " + amount);
    }
    if (debitAccount == creditAccount) {
      throw new IllegalArgumentException("account " + debitAccount + " on both sides");
    }
  }
}
