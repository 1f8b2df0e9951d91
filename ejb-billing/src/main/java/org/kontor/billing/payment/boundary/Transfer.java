package org.kontor.billing.payment.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * How to pay something (S5.18). Where the seller takes no transfers, nothing is told of its bank:
 * account, holder, bank, BIC, instructions and code are null.
 *
 * @param methods payment methods that the seller takes (S2.26, S3.1)
 * @param reference what the transfer must bear, so that it is found
 * @param bonus what a top-up earns; zero for documents
 * @param instructions the seller's words; in its own language where it has no others
 * @param code text of the QR code that banking applications read; null where there is none
 * @param documents that it pays, the first one due first; empty for a top-up
 */
public record Transfer(
    List<String> methods,
    BigDecimal amount,
    String currency,
    BigDecimal bonus,
    String account,
    String holder,
    String bank,
    String bic,
    String reference,
    String instructions,
    String code,
    List<Paid> documents) {

  public Transfer {
    methods = List.copyOf(methods);
    documents = List.copyOf(documents);
  }

  /**
   * A document that it pays.
   *
   * @param open what is left to be paid of it
   */
  public record Paid(String number, LocalDate dueDate, BigDecimal open) {}

  /** Whether a bank transfer pays it. */
  public boolean isByBank() {
    return account != null;
  }
}
