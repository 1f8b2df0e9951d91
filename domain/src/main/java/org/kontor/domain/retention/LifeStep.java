package org.kontor.domain.retention;

import java.time.LocalDate;

/**
 * One date in an account's future.
 *
 * @param on the day at whose begin it happens; for the last day to restore, its end
 * @param daysLeft of a notice; 0 otherwise
 */
public record LifeStep(LocalDate on, What what, int daysLeft) {

  /** In the order in which they happen on one day. */
  public enum What {
    NOTICE,
    CLOSED,
    DELETED,
    LAST_DAY_TO_RESTORE,
    PURGED
  }
}
