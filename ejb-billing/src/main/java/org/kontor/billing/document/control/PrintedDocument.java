package org.kontor.billing.document.control;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatBreakdown;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.time.DateRange;

/**
 * Everything that stands on a document, all of it fixed when it was issued. The same record gives
 * the same file, byte by byte.
 *
 * @param number BT-1
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param period BG-14
 * @param seller of the policy version that it was issued with
 * @param vat BG-23
 * @param net BT-109
 * @param tax BT-110
 * @param total BT-112
 * @param paid BT-113: what a payment or the balance paid of it when it was issued
 * @param remittance BT-83
 * @param preceding BG-3, null on an invoice
 * @param reason of a credit note, else empty
 * @param exportEndsWithStop whether the invoice must say so (S1.38)
 * @param issuedAt becomes the file's date
 */
public record PrintedDocument(
    DocumentKind kind,
    String number,
    LocalDate issueDate,
    LocalDate dueDate,
    DateRange period,
    Seller seller,
    Buyer buyer,
    List<Line> lines,
    List<VatBreakdown> vat,
    Money net,
    Money tax,
    Money total,
    Money paid,
    String remittance,
    Preceding preceding,
    String reason,
    boolean exportEndsWithStop,
    Instant issuedAt) {

  public PrintedDocument {
    lines = List.copyOf(lines);
    vat = List.copyOf(vat);
  }

  /** BT-115. */
  Money due() {
    return total.minus(paid);
  }

  boolean isCreditNote() {
    return kind == DocumentKind.CREDIT_NOTE;
  }

  /** The customer's language where we have its words, else the seller's, else English. */
  String language() {
    return Words.spoken(buyer, seller);
  }

  /**
   * The corrected invoice.
   *
   * @param number BT-25
   * @param issueDate BT-26
   */
  public record Preceding(String number, LocalDate issueDate) {}
}
