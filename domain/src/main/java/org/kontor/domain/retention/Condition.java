package org.kontor.domain.retention;

import java.time.LocalDate;

/**
 * One condition of a deletion, as it stands.
 *
 * @param holds whether it speaks for the deletion
 * @param since first day on which it holds, if nothing happens; null where no day can be named
 * @param rule that asks for it
 */
public record Condition(What what, boolean holds, LocalDate since, String rule) {

  /** What is asked. */
  public enum What {
    OLD_ENOUGH,
    NOBODY_LOGGED_IN,
    NO_FUNDS,
    UNPAID,
    STILL_STOPPED,
    STILL_ENDED,
    STILL_TRIAL,
    NO_PROMISE,
    NOT_HELD,
    NOT_QUIET
  }
}
