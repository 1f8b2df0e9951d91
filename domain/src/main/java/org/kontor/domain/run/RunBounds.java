package org.kontor.domain.run;

import java.math.BigDecimal;
import java.util.Optional;
import org.kontor.domain.policy.SafetyBounds;

/** Whether a run may go on without a person (QUALITY R5). */
public final class RunBounds {

  private RunBounds() {}

  /**
   * @param last the vendor's last finished run of this kind, or null
   * @return why a person must approve, or empty
   */
  public static Optional<String> exceeded(SafetyBounds bounds, Figures now, Figures last) {
    if (now.accounts() < bounds.fromAccounts()) {
      return Optional.empty();
    }
    BigDecimal parkedPercent =
        BigDecimal.valueOf(now.parked() * 100)
            .divide(BigDecimal.valueOf(now.accounts()), 2, java.math.RoundingMode.HALF_UP);
    if (parkedPercent.compareTo(bounds.maxParkedPercent()) > 0) {
      return Optional.of(
          parkedPercent
              + " % of the accounts are parked; allowed are "
              + bounds.maxParkedPercent());
    }
    if (last != null && last.documents() > 0 && now.documents() > 0) {
      // Averages, so that a book that grows is no alarm and a wrong price is one
      BigDecimal then = BigDecimal.valueOf(last.totalMinor()).multiply(bounds.maxGrowth());
      BigDecimal allowed =
          then.multiply(BigDecimal.valueOf(now.documents()))
              .divide(BigDecimal.valueOf(last.documents()), 0, java.math.RoundingMode.CEILING);
      if (BigDecimal.valueOf(now.totalMinor()).compareTo(allowed) > 0) {
        return Optional.of(
            "the average amount is more than " + bounds.maxGrowth() + " times the last run's");
      }
    }
    return Optional.empty();
  }

  /**
   * @param accounts in the work list
   * @param documents or charged accounts
   */
  public record Figures(long accounts, long documents, long parked, long totalMinor) {}
}
