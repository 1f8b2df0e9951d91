package org.kontor.domain.customer;

import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * The main administrator hands over in two steps: proposes somebody, who then confirms. Until that
 * both may end it, and nothing has changed.
 *
 * @param from who proposed it
 * @param to who is to be main administrator
 */
public record Handover(long from, long to) {

  /**
   * @param actor role of who proposes, null of nobody of the customer
   * @param successor role of who is proposed, likewise
   * @param proven whether the proposer has just proved who it is
   * @throws Refused NOT_ALLOWED_FOR_ROLE, NOT_FOUND, WRONG_STATE, FORBIDDEN
   */
  public static void mayPropose(Role actor, Role successor, boolean proven) {
    if (actor != Role.MAIN_ADMINISTRATOR) {
      throw refused(
          ProblemCode.NOT_ALLOWED_FOR_ROLE,
          "Only the main administrator proposes a successor",
          "Ask the main administrator.");
    }
    if (successor == null) {
      throw refused(
          ProblemCode.NOT_FOUND, "This person does not belong to the customer", "Invite it first.");
    }
    if (successor == Role.MAIN_ADMINISTRATOR) {
      throw refused(
          ProblemCode.WRONG_STATE,
          "This person is the main administrator already",
          "Choose somebody else.");
    }
    if (!proven) {
      throw refused(
          ProblemCode.FORBIDDEN,
          "This needs a fresh proof of who proposes it",
          "Enter the password again, then repeat it.");
    }
  }

  /** Whether it can still be confirmed: both are what they were when it was proposed. */
  public boolean holds(Role proposer, Role successor) {
    return proposer == Role.MAIN_ADMINISTRATOR && successor != null;
  }

  /**
   * @param proposer present role of who proposed it, null of nobody of the customer
   * @param successor present role of who was proposed, likewise
   * @throws Refused NOT_ALLOWED_FOR_ROLE, WRONG_STATE
   */
  public void mayConfirm(long actor, Role proposer, Role successor) {
    if (actor != to) {
      throw refused(
          ProblemCode.NOT_ALLOWED_FOR_ROLE,
          "Only who was proposed can confirm",
          "Let that person sign in and confirm.");
    }
    if (!holds(proposer, successor)) {
      throw refused(
          ProblemCode.WRONG_STATE,
          "Who proposed it is not the main administrator any more",
          "Let the present main administrator propose it.");
    }
  }

  /**
   * @throws Refused NOT_ALLOWED_FOR_ROLE
   */
  public void mayEnd(long actor) {
    if (actor != from && actor != to) {
      throw refused(
          ProblemCode.NOT_ALLOWED_FOR_ROLE,
          "Only the two whom it concerns can end it",
          "Ask one of them.");
    }
  }

  private static Refused refused(ProblemCode code, String what, String mend) {
    return Problem.of(code, "", what, mend).asException();
  }
}
