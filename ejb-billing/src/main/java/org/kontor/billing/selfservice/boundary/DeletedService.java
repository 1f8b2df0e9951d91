package org.kontor.billing.selfservice.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kontor.domain.retention.CaseKind;

/**
 * A service whose data was deleted (S3.41–S3.45, S1.32).
 *
 * @param name of the service
 * @param kind why
 * @param deletedOn day at whose begin it was
 * @param restorableThrough last day on which support can bring it back; null when nothing can
 * @param daysLeft until then, today not counted
 * @param needed what the balance must hold for that; zero where nothing is asked
 * @param balance that it holds now
 * @param missing of what is needed; zero when support can act at once
 */
public record DeletedService(
    String name,
    CaseKind kind,
    LocalDate deletedOn,
    LocalDate restorableThrough,
    long daysLeft,
    BigDecimal needed,
    BigDecimal balance,
    BigDecimal missing,
    String currency) {

  /** Whether support can still bring it back (S3.42). */
  public boolean isRestorable() {
    return restorableThrough != null;
  }
}
