package org.kontor.domain.ledger;

import org.kontor.domain.money.Money;

/**
 * A customer's balance in its two buckets (S3.7).
 *
 * @param paid paid money; the debt, when negative
 * @param bonus never negative
 */
public record Buckets(Money paid, Money bonus) {

  /** What the customer sees as his balance (S3.21): bonus counts as funds. */
  public Money total() {
    return paid.plus(bonus);
  }
}
