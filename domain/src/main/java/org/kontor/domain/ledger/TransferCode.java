package org.kontor.domain.ledger;

/** Why a transfer was made. */
public enum TransferCode {
  /** The net part of an issued invoice. */
  INVOICE,
  /** The VAT part of an issued invoice. */
  VAT,
  /** The net part of a charge on the balance (S2.4). */
  CHARGE,
  /** The VAT that a charge contains. */
  CHARGE_VAT,
  /** A charge given back. */
  CORRECTION,
  /** Money received for an invoice. */
  PAYMENT,
  /** Money received on the balance (S2.3), or left over from a payment. */
  TOP_UP,
  /** Bonus for a top-up (S3.7). */
  BONUS,
  /** An invoice paid from the balance. */
  ALLOCATION,
  /** An issued credit note. */
  CREDIT_NOTE,
  /** The foreign side of a payment in another currency (S3.28). */
  EXCHANGE
}
