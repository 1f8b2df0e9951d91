package org.kontor.billing.charging.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * Use in the current month (S3.22): what is charged of it, and what would be by the facts so far.
 *
 * @param from first day of the month
 * @param to today
 * @param amount sum of the lines
 * @param problem why a subscription cannot be priced now, or null
 */
public record UseSoFar(
    LocalDate from,
    LocalDate to,
    BigDecimal amount,
    String currency,
    List<UseLine> lines,
    String problem) {
  public UseSoFar {
    lines = List.copyOf(lines);
  }
}
