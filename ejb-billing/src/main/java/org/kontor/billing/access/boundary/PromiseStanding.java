package org.kontor.billing.access.boundary;

import java.util.List;
import org.kontor.domain.problem.ProblemCode;

/**
 * What a promised payment is to a person now (S2.28–S2.36).
 *
 * @param offers one for each number of days that may be chosen; empty unless {@code OFFERED}
 * @param latest the promise that runs, or was last taken; null when there was none
 */
public record PromiseStanding(State state, List<PromiseOffer> offers, PromiseView latest) {

  public PromiseStanding {
    offers = List.copyOf(offers);
  }

  /** How it stands. */
  public enum State {
    /** The vendor offers none. */
    NONE,
    /** It can be taken. */
    OFFERED,
    RUNNING,
    /** There was one since the balance was last good (S2.35). */
    USED_UP,
    /** Nothing is exhausted, so there is nothing to promise (S2.28). */
    NO_DEBT,
    /** Another role takes it (S2.33). */
    NOT_THIS_ROLE;

    static State of(ProblemCode refusal, boolean running) {
      return switch (refusal) {
        case PROMISE_NOT_OFFERED -> NONE;
        case PROMISE_TAKEN -> running ? RUNNING : USED_UP;
        case PROMISE_LIMIT -> USED_UP;
        case PROMISE_WITHOUT_DEBT -> NO_DEBT;
        case NOT_ALLOWED_FOR_ROLE -> NOT_THIS_ROLE;
        default -> throw new IllegalArgumentException(refusal.name());
      };
    }
  }
}
