package org.kontor.domain.customer;

/**
 * Is asked, inside the same transaction, whether a customer may become a buyer who is taxed
 * elsewhere or otherwise.
 */
public interface BuyerMoves {

  /**
   * @throws org.kontor.domain.problem.Refused when something that the customer has forbids it
   */
  void check(long customerId, String vendorCode, TaxPlace from, TaxPlace to);

  /**
   * What decides how a buyer is taxed.
   *
   * @param country ISO 3166-1 alpha-2 of the address
   * @param vatId BT-48, or empty
   */
  record TaxPlace(String country, String vatId) {}
}
