package org.kontor.billing.statement.boundary;

/**
 * What a seal proves.
 *
 * @param figures that were signed, to be compared with the paper; null unless it is genuine
 */
public record StatementCheck(State state, SealedFigures figures) {

  /** What became of the check. */
  public enum State {
    GENUINE,
    /** No key of this Kontor has signed it, or it was altered. */
    NOT_GENUINE,
    /** The key was stolen: ask for a new statement. */
    KEY_WITHDRAWN
  }
}
