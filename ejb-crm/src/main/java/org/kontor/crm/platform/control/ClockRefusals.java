package org.kontor.crm.platform.control;

import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** Why the clock is not moved. */
public final class ClockRefusals {

  private ClockRefusals() {}

  public static Refused backwards() {
    return Problem.of(
            ProblemCode.CLOCK_BACKWARDS,
            "to",
            "That moment is over",
            "Send a moment after the clock's; to go back, empty the book.")
        .asException();
  }

  public static Refused notInSimulation() {
    return Problem.of(
            ProblemCode.NOT_IN_SIMULATION,
            "",
            "The clock of this book is the system's",
            "Begin a book with kontor.clock.mode=SIMULATED to move time or to empty it.")
        .asException();
  }
}
