package org.kontor.domain.ledger;

import java.time.LocalDate;

/**
 * What all legs of one business event share.
 *
 * @param businessDate local day of the seller
 * @param sourceId id of the invoice, charge, payment or allocation
 */
public record Entry(long customerId, LocalDate businessDate, long sourceId) {

  long account(AccountKind kind) {
    return kind.of(customerId);
  }
}
