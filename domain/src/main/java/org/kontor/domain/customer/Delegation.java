package org.kontor.domain.customer;

import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * What people of a customer may do with each other (PAGES C21). Administrators act; the main
 * administrator is beyond them, and is never made by naming one but by a {@link Handover}.
 */
public final class Delegation {

  private Delegation() {}

  /**
   * @param actor null of somebody who does not belong to the customer
   * @throws Refused NOT_ALLOWED_FOR_ROLE
   */
  public static void mayAct(Role actor) {
    if (actor != Role.MAIN_ADMINISTRATOR && actor != Role.ADMINISTRATOR) {
      throw notAllowed("Only administrators invite people and change what they may do");
    }
  }

  /**
   * @throws Refused NOT_ALLOWED_FOR_ROLE, WRONG_STATE
   */
  public static void mayAdd(Role actor, Role wanted) {
    mayAct(actor);
    refuseMain(wanted);
  }

  /**
   * @param self whether somebody changes what it is itself
   * @throws Refused NOT_ALLOWED_FOR_ROLE, WRONG_STATE
   */
  public static void mayChange(Role actor, boolean self, Role has, Role wanted) {
    mayAct(actor);
    if (has == Role.MAIN_ADMINISTRATOR) {
      throw notAllowed("Nobody changes the role of the main administrator");
    }
    if (self) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "role",
              "Nobody changes its own role",
              "Ask another administrator.")
          .asException();
    }
    refuseMain(wanted);
  }

  /**
   * @throws Refused NOT_ALLOWED_FOR_ROLE
   */
  public static void mayWithdraw(Role actor, Role has) {
    mayAct(actor);
    Roles.leave(has);
  }

  /** Whether somebody reads all mails of the customer, and not only its own (PAGES C23). */
  public static boolean readsAllMails(Role role) {
    return role == Role.MAIN_ADMINISTRATOR || role == Role.ADMINISTRATOR;
  }

  private static void refuseMain(Role wanted) {
    if (wanted == Role.MAIN_ADMINISTRATOR) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "role",
              "There is exactly one main administrator, who hands over by itself",
              "Let the main administrator propose a successor, who then confirms.")
          .asException();
    }
  }

  private static Refused notAllowed(String what) {
    return Problem.of(ProblemCode.NOT_ALLOWED_FOR_ROLE, "", what, "Ask the main administrator.")
        .asException();
  }
}
