package org.kontor.domain.promise;

import java.time.Instant;

/** What became of a promise. */
public enum PromiseState {
  RUNNING,
  /** The balance was good again before its end (S2.36). */
  KEPT,
  /** It ended and the balance was not good again (S2.32). */
  BROKEN;

  /**
   * What a promise is once the debt is repaid.
   *
   * @param end first moment after it
   * @param repaid when the balance was good again
   */
  public static PromiseState repaidAt(Instant end, Instant repaid) {
    return repaid.isBefore(end) ? KEPT : BROKEN;
  }

  /** What a promise that was not settled is at a moment: over when its end has come (S2.32). */
  public PromiseState at(Instant end, Instant moment) {
    return this == RUNNING && !moment.isBefore(end) ? BROKEN : this;
  }
}
