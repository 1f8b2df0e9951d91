package org.kontor.billing.document.control;

import java.time.Instant;
import java.time.ZoneId;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.ledger.AccountStatement;
import org.kontor.domain.policy.Seller;

/**
 * Everything that stands on a statement of a balance. The same record gives the same file.
 *
 * @param reference under which the seller knows the buyer
 * @param madeAt becomes the file's date
 * @param zone of the seller
 * @param maker who asked for it
 * @param seal null where nothing can be signed
 */
public record PrintedStatement(
    Seller seller,
    Buyer buyer,
    String reference,
    AccountStatement statement,
    Instant madeAt,
    ZoneId zone,
    String maker,
    Seal seal) {

  /**
   * @param kid of the key that signed
   * @param text compact JWS
   */
  public record Seal(String kid, String text) {}

  /** See {@link PrintedDocument#language}. */
  String language() {
    return Words.spoken(buyer, seller);
  }

  /** What the file is called, without its ending. */
  public String name() {
    return String.join(
        "-",
        Words.in(language()).of("title.STATEMENT"),
        statement.period().from().toString(),
        statement.period().to().toString());
  }
}
