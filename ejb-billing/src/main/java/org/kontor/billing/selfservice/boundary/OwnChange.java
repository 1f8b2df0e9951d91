package org.kontor.billing.selfservice.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.kontor.billing.subscription.boundary.ChangeAnswer;

/**
 * A change before it is made.
 *
 * @param standing whether the customer can make it, and why not
 * @param planName of the plan then, in the reader's language
 * @param answer the decision; null where it is not understood at all
 * @param before a whole month now; null without an answer
 * @param after a whole month once all of it has happened; null when it is refused
 * @param obstacles limits that stand against it
 * @param version of the service, that the act names again
 */
public record OwnChange(
    Standing standing,
    String planName,
    ChangeAnswer answer,
    MonthView before,
    MonthView after,
    List<Obstacle> obstacles,
    int version) {

  public OwnChange {
    obstacles = List.copyOf(obstacles);
  }

  /** Whether it can be made. */
  public enum Standing {
    OFFERED,
    /** All of it is in force or waiting already. */
    NO_CHANGE,
    LIMITS_NOT_MET,
    NOT_OFFERED,
    BY_STAFF,
    OWING,
    /** Stopped, about to end, or over. */
    WRONG_STATE,
    /** There is no such plan, component or quantity. */
    UNKNOWN
  }

  /**
   * A limit that usage exceeds.
   *
   * @param over by how much usage must go down
   * @param option component that raises the limit; null where the plan has none
   * @param quantity of it that would suffice, those already ordered among them
   * @param more units beyond those ordered
   * @param fee net per unit and month
   */
  public record Obstacle(
      String code,
      String name,
      long used,
      long allowed,
      long over,
      String option,
      String optionName,
      long quantity,
      long more,
      BigDecimal fee) {}
}
