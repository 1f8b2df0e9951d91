package org.kontor.billing.document.control;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller;

/**
 * Everything that stands on the instructions of a transfer.
 *
 * @param account without blanks
 * @param reference what the transfer must bear
 * @param customer under which reference the seller knows the buyer
 * @param documents that it pays; empty for a top-up
 * @param code text of the QR code; null where there is none
 * @param madeAt becomes the file's date
 * @param zone of the seller
 */
public record PrintedTransfer(
    Seller seller,
    Buyer buyer,
    String account,
    Money amount,
    String reference,
    String customer,
    List<Item> documents,
    String code,
    Instant madeAt,
    ZoneId zone) {

  public PrintedTransfer {
    documents = List.copyOf(documents);
  }

  /**
   * @param open what is left to be paid of it
   */
  public record Item(String number, LocalDate dueDate, Money open) {}

  /** See {@link PrintedDocument#language}. */
  String language() {
    return Words.spoken(buyer, seller);
  }

  /** What the file is called, without its ending. */
  public String name() {
    LocalDate day = madeAt.atZone(zone).toLocalDate();
    return Words.in(language()).of("title.TRANSFER") + "-" + reference + "-" + day;
  }
}
