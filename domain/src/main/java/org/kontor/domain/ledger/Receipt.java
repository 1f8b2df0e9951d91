package org.kontor.domain.ledger;

import org.kontor.domain.money.Money;

/**
 * Money that came in, in the book's currency or in another (S3.28).
 *
 * @param home the seller's accounts in the book's currency
 * @param amount in the book's currency
 * @param abroad the seller's accounts in the currency paid, null when it is the book's
 * @param paid in the currency paid, null when it is the book's
 */
public record Receipt(SellerAccounts home, Money amount, SellerAccounts abroad, Money paid) {

  public static Receipt of(SellerAccounts home, Money amount) {
    return new Receipt(home, amount, null, null);
  }

  public static Receipt converted(
      SellerAccounts home, Money amount, SellerAccounts abroad, Money paid) {
    return new Receipt(home, amount, abroad, paid);
  }

  boolean isConverted() {
    return abroad != null;
  }

  /** The account that gives the book's currency. */
  long funds() {
    return isConverted() ? home.exchange() : home.bank();
  }
}
