package org.kontor.billing.payment.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.ledger.boundary.Why;
import org.kontor.domain.payment.PaymentKind;

/**
 * A recorded payment (S5.4).
 *
 * @param paid as it came in, in {@code paidCurrency}
 * @param amount in {@code currency}, the book's
 * @param bonus earned, in {@code currency} (S3.7)
 * @param invoices what it paid
 * @param toBalance what went on the balance, without bonus
 * @param why the amount, and the bonus when there is one
 */
public record PaymentView(
    long id,
    long customerId,
    String vendor,
    PaymentKind kind,
    String method,
    String externalKey,
    LocalDate valueDate,
    LocalDate businessDate,
    BigDecimal paid,
    String paidCurrency,
    BigDecimal amount,
    String currency,
    BigDecimal bonus,
    List<Allocated> invoices,
    BigDecimal toBalance,
    List<Why> why,
    String recordedBy,
    Instant recordedAt) {

  public PaymentView {
    invoices = List.copyOf(invoices);
    why = List.copyOf(why);
  }

  /** A part of it that went to an invoice. */
  public record Allocated(long invoiceId, String number, BigDecimal amount) {}
}
