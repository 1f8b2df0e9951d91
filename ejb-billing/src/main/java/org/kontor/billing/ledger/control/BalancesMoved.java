package org.kontor.billing.ledger.control;

import java.time.Instant;
import java.util.List;
import org.kontor.domain.ledger.Transfer;

/**
 * Is told of every posting to customers' accounts, inside its transaction and after it: whoever is
 * restricted or restored by a balance is so at the same instant.
 */
public interface BalancesMoved {

  /**
   * @param transfers in the order in which they were booked; accounts of all their customers are
   *     locked
   * @param recordedAt business clock
   */
  void moved(String vendor, List<Transfer> transfers, Instant recordedAt);
}
