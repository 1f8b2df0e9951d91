package org.kontor.billing.payment.boundary;

import java.math.BigDecimal;
import java.util.List;

/**
 * How to pay something by bank transfer (S5.18).
 *
 * @param reference what the transfer must bear, so that it is found
 * @param bonus what a top-up earns; zero for documents
 * @param instructions the seller's words; in its own language where it has no others
 * @param code text of the QR code that banking applications read; null where there is none
 * @param numbers of the documents that it pays; empty for a top-up
 */
public record Transfer(
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
    List<String> numbers) {

  public Transfer {
    numbers = List.copyOf(numbers);
  }
}
