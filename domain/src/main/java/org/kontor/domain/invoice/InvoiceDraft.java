package org.kontor.domain.invoice;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.time.DateRange;

/**
 * A document without its number. Everything on it is decided; issuing only numbers, chains and
 * books.
 *
 * @param vendorCode seller's policy pack code
 * @param policy {@code code@version}
 * @param sourceKey natural key of what is billed, unique per vendor: nothing is billed twice
 * @param subscriptionId or null
 * @param dueDate BT-9
 * @param period BG-14
 * @param vat BG-23
 * @param net BT-109
 * @param vatTotal BT-110
 * @param total BT-112
 * @param precedingId the document that a credit note corrects (BG-3), or null
 * @param reason of a credit note, else empty
 */
public record InvoiceDraft(
    String vendorCode,
    String policy,
    DocumentKind kind,
    Purpose purpose,
    String sourceKey,
    long customerId,
    Long subscriptionId,
    LocalDate issueDate,
    LocalDate dueDate,
    DateRange period,
    Buyer buyer,
    List<Line> lines,
    List<VatBreakdown> vat,
    Money net,
    Money vatTotal,
    Money total,
    Long precedingId,
    String precedingNumber,
    String reason) {

  public InvoiceDraft {
    lines = List.copyOf(lines);
    vat = List.copyOf(vat);
  }

  /**
   * A draft of these lines; sums as BR-CO-10, 13, 14, 15 say. There is at least one line (BR-16).
   * Prices that include VAT add up to the total.
   */
  public static InvoiceDraft of(Heading heading, Buyer buyer, List<Line> priced, String vatReason) {
    if (priced.isEmpty()) {
      throw new IllegalArgumentException("a document needs a line (EN 16931 BR-16)");
    }
    List<Line> lines = GrossLines.settled(priced);
    Money zero = Money.zero(lines.get(0).net().currency());
    Money net = lines.stream().map(Line::net).reduce(zero, Money::plus);
    List<VatBreakdown> vat = VatBreakdown.of(lines, vatReason);
    Money tax = vat.stream().map(VatBreakdown::tax).reduce(zero, Money::plus);
    return new InvoiceDraft(
        heading.vendorCode(),
        heading.policy(),
        heading.kind(),
        heading.purpose(),
        heading.sourceKey(),
        heading.customerId(),
        heading.subscriptionId(),
        heading.issueDate(),
        heading.dueDate(),
        heading.period(),
        buyer,
        lines,
        vat,
        net,
        tax,
        net.plus(tax),
        heading.precedingId(),
        heading.precedingNumber(),
        heading.reason());
  }

  /** What a document says above its lines. */
  public record Heading(
      String vendorCode,
      String policy,
      DocumentKind kind,
      Purpose purpose,
      String sourceKey,
      long customerId,
      Long subscriptionId,
      LocalDate issueDate,
      LocalDate dueDate,
      DateRange period,
      Long precedingId,
      String precedingNumber,
      String reason) {

    /** The heading of an invoice. */
    public static Heading invoice(
        org.kontor.domain.policy.PolicyPack pack,
        Purpose purpose,
        String sourceKey,
        long customerId,
        Long subscriptionId,
        LocalDate issueDate,
        DateRange period) {
      return new Heading(
          pack.code(),
          pack.id(),
          DocumentKind.INVOICE,
          purpose,
          sourceKey,
          customerId,
          subscriptionId,
          issueDate,
          pack.billing().due().dueDate(issueDate),
          period,
          null,
          null,
          "");
    }
  }
}
