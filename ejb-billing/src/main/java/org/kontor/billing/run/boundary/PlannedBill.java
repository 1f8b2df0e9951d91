package org.kontor.billing.run.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What a plan would bill one account, to be compared with what is booked: the lines of a document
 * are shown as {@code GET /invoices/{id}} shows them, charges as {@code GET /charges} does. Numbers
 * and ids come with the booking only. Amounts are decimals in {@code currency}.
 *
 * @param subscriptionId the account that the work list names; of a renewal its first product
 * @param key a document's source; of charges their item codes
 * @param issueDate of a document; null for charges, like the other words of documents
 * @param total what the customer owes, VAT included, or what leaves his balance
 * @param lines of a document in order, empty for charges
 * @param charges by day and item, empty for documents
 */
public record PlannedBill(
    long customerId,
    long subscriptionId,
    String key,
    LocalDate issueDate,
    LocalDate dueDate,
    BigDecimal net,
    BigDecimal vat,
    BigDecimal total,
    String currency,
    List<PlannedLine> lines,
    List<PlannedCharge> charges) {

  public PlannedBill {
    lines = List.copyOf(lines);
    charges = List.copyOf(charges);
  }

  /** One line of a document, in the words of EN 16931 like those of an issued one. */
  public record PlannedLine(
      int line,
      String itemCode,
      String name,
      BigDecimal quantity,
      String unit,
      BigDecimal unitPrice,
      BigDecimal net,
      String vatCategory,
      BigDecimal vatRate,
      Period period) {}

  /** Whole days, both included. */
  public record Period(LocalDate from, LocalDate to) {}

  /**
   * @param businessDate the day charged for; of settlements the 1st
   * @param explanation compact
   */
  public record PlannedCharge(
      LocalDate businessDate,
      String itemCode,
      String name,
      LocalDate periodFrom,
      LocalDate periodTo,
      BigDecimal quantity,
      BigDecimal amount,
      String explanation) {}
}
