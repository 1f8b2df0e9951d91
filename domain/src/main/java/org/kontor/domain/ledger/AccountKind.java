package org.kontor.domain.ledger;

/**
 * What an account counts. The first three belong to a customer and their ordinals are part of the
 * account's id ({@code customerId * 8 + ordinal}): their order never changes. The others are the
 * seller's, one per currency.
 */
public enum AccountKind {
  /** What the customer owes by issued documents: debit minus credit. */
  RECEIVABLE,
  /** Paid money, negative when in debt (S2.3, S2.13): credit minus debit. */
  WALLET,
  /** Bonus (S3.7), never negative, not refundable: credit minus debit. */
  BONUS,
  /** Earned, without VAT. */
  REVENUE,
  /** VAT owed to the state. */
  VAT,
  /** Money received. */
  BANK,
  /** What bonuses cost the seller. */
  BONUS_COST,
  /** Between a payment's currency and the book's (S3.28): one account per currency. */
  EXCHANGE,
  /** VAT accounted at the top-up by an advance invoice and not yet used up by charges. */
  ADVANCE_VAT;

  /** Ids of a customer's accounts leave room for kinds to come. */
  private static final int PER_CUSTOMER = 8;

  public boolean ofCustomer() {
    return ordinal() <= BONUS.ordinal();
  }

  /** The id of a customer's account, without a look-up. */
  public long of(long customerId) {
    if (!ofCustomer() || customerId <= 0) {
      throw new IllegalArgumentException(this + " of customer " + customerId);
    }
    return Math.addExact(Math.multiplyExact(customerId, PER_CUSTOMER), ordinal());
  }

  /**
   * The same as SQL.
   *
   * @param customer a column or expression that gives the customer's id
   */
  public String of(String customer) {
    if (!ofCustomer()) {
      throw new IllegalArgumentException(this + " of customer " + customer);
    }
    return "(" + customer + " * " + PER_CUSTOMER + " + " + ordinal() + ")";
  }

  /** The customer that an account belongs to; 0 for a seller's. */
  public static long customerOf(long account) {
    return account < 0 ? 0 : account / PER_CUSTOMER;
  }
}
