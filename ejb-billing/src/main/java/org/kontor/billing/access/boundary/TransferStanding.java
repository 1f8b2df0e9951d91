package org.kontor.billing.access.boundary;

import java.time.Instant;

/**
 * What "I have paid by transfer" is to a person now.
 *
 * @param subscriptionId which it is about; 0 unless it is offered or given
 * @param until first moment after the deferral, as it would be or as it is; null likewise
 */
public record TransferStanding(State state, long subscriptionId, Instant until) {

  static TransferStanding without(State state) {
    return new TransferStanding(state, 0, null);
  }

  /** How it stands. */
  public enum State {
    /** The vendor defers nothing by it. */
    NONE,
    /** Nothing is restricted, or about to be. */
    NOTHING_TO_DEFER,
    /** Another role says it. */
    NOT_THIS_ROLE,
    OFFERED,
    /** It was said in this case, which it defers once. */
    GIVEN
  }
}
