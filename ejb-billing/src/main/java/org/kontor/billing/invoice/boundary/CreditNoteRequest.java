package org.kontor.billing.invoice.boundary;

import java.math.BigDecimal;
import java.util.List;

/**
 * What a credit note shall take back.
 *
 * @param reason stands on the document; required
 * @param lines absent or empty: all that is left of the invoice
 */
public record CreditNoteRequest(String reason, List<LineWish> lines) {

  public CreditNoteRequest {
    lines = lines == null ? List.of() : List.copyOf(lines);
  }

  /**
   * @param line number of the invoice's line, from 1
   * @param quantity units, or
   * @param amount net; neither: all that is left of the line
   */
  public record LineWish(int line, BigDecimal quantity, BigDecimal amount) {}
}
