package org.kontor.domain.payment;

/** What a payment is for. */
public enum PaymentKind {
  /** Issued invoices; what they do not need becomes credit on the balance. */
  PAYMENT,
  /** The balance (S2.3). */
  TOP_UP
}
