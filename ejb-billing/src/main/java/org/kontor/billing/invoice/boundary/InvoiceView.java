package org.kontor.billing.invoice.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/**
 * A document in EN 16931 words. Amounts are in {@code currency} (BT-5).
 *
 * @param number BT-1
 * @param typeCode BT-3: 380 invoice, 381 credit note
 * @param state {@code open}, {@code overdue} or {@code paid} today, {@code credited} when credit
 *     notes took back all of it; {@code settled} for a credit note
 * @param issueDate BT-2
 * @param dueDate BT-9
 * @param purchaseOrderReference BT-13, absent where the buyer named none
 * @param sumOfLines BT-106
 * @param net BT-109
 * @param vat BT-110
 * @param total BT-112
 * @param paidAmount BT-113: paid by payments and from the balance; a credit note's whole total
 * @param creditedAmount set off by credit notes while it was open
 * @param amountDue BT-115 = total − paidAmount − creditedAmount
 * @param payment BG-16, absent on a credit note
 * @param preceding BG-3, absent on an invoice
 * @param reason of a credit note
 * @param chainHash hex; ties the document to the one before it in its series
 */
public record InvoiceView(
    long id,
    String vendor,
    long customerId,
    Long subscriptionId,
    String kind,
    String typeCode,
    String purpose,
    String state,
    String number,
    LocalDate issueDate,
    LocalDate dueDate,
    Period period,
    String currency,
    String policy,
    String purchaseOrderReference,
    Party seller,
    Party buyer,
    List<LineView> lines,
    List<VatView> vatBreakdown,
    BigDecimal sumOfLines,
    BigDecimal net,
    BigDecimal vat,
    BigDecimal total,
    BigDecimal paidAmount,
    BigDecimal creditedAmount,
    BigDecimal amountDue,
    PaymentInstructions payment,
    Preceding preceding,
    String reason,
    List<Settlement> settlements,
    List<CreditNoteRef> creditNotes,
    String digest,
    String chainHash,
    Instant recordedAt) {

  /** BG-14, BG-26: whole days, both included. */
  public record Period(LocalDate from, LocalDate to) {}

  /** BG-4, BG-7. */
  public record Party(
      String name, String registrationId, String vatId, AddressView address, String email) {}

  /** BG-5, BG-8. */
  public record AddressView(
      String line, String city, String postCode, String subdivision, String country) {}

  /**
   * BG-25.
   *
   * @param line BT-126
   * @param itemCode BT-155
   * @param name BT-153
   * @param quantity BT-129
   * @param unit BT-130
   * @param unitPrice BT-146
   * @param net BT-131
   * @param vatCategory BT-151
   * @param vatRate BT-152
   */
  public record LineView(
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

  /**
   * BG-23.
   *
   * @param category BT-118
   * @param rate BT-119
   * @param base BT-116
   * @param tax BT-117
   * @param exemptionReason BT-120, absent where none is needed
   */
  public record VatView(
      String category, BigDecimal rate, BigDecimal base, BigDecimal tax, String exemptionReason) {}

  /**
   * How to pay (S5.18).
   *
   * @param remittance BT-83, to be quoted with the payment
   * @param account BT-84
   * @param holder BT-85
   * @param bic BT-86
   * @param instructions BT-82, the seller's text in the document's language
   * @param methods offered by the seller (S5.15–S5.17)
   */
  public record PaymentInstructions(
      String remittance,
      String account,
      String holder,
      String bic,
      String bank,
      String instructions,
      List<String> methods) {}

  /**
   * BG-3.
   *
   * @param number BT-25
   * @param issueDate BT-26
   */
  public record Preceding(long id, String number, LocalDate issueDate) {}

  /**
   * What paid the invoice, or took it back.
   *
   * @param kind {@code PAYMENT}, {@code WALLET} or {@code CREDIT_NOTE}
   * @param method of a payment
   * @param externalKey of a payment
   */
  public record Settlement(
      String kind,
      LocalDate date,
      BigDecimal amount,
      Long paymentId,
      String method,
      String externalKey) {}

  /** A credit note of this invoice. */
  public record CreditNoteRef(long id, String number, LocalDate issueDate, BigDecimal total) {}
}
