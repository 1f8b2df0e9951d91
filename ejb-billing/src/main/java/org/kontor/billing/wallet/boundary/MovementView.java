package org.kontor.billing.wallet.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.ledger.boundary.Why;

/**
 * Something that moved the balance (S3.23).
 *
 * @param sourceId the payment, charge, credit note or allocation
 * @param name what a reader calls it: the service charged for, the method paid by; may be empty
 * @param amount signed, bonus included
 * @param bonus the part of {@code amount} that moved bonus
 * @param balance after it
 * @param why of a charge what it consists of (S3.24), of a payment its worth and bonus
 */
public record MovementView(
    LocalDate businessDate,
    Instant recordedAt,
    Kind kind,
    long sourceId,
    String name,
    BigDecimal amount,
    BigDecimal bonus,
    BigDecimal balance,
    String currency,
    List<Why> why) {

  public MovementView {
    why = List.copyOf(why);
  }

  /** What kind of source moved it. */
  public enum Kind {
    PAYMENT,
    CHARGE,
    CORRECTION,
    CREDIT_NOTE,
    INVOICE_PAID;

    /**
     * @param code of one of its transfers
     */
    public static Kind of(String code) {
      return switch (code) {
        case "CHARGE", "CHARGE_VAT" -> CHARGE;
        case "CORRECTION" -> CORRECTION;
        case "CREDIT_NOTE" -> CREDIT_NOTE;
        case "ALLOCATION" -> INVOICE_PAID;
        default -> PAYMENT;
      };
    }
  }
}
