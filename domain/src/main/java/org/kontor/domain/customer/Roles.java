package org.kontor.domain.customer;

import java.util.LinkedHashMap;
import java.util.Map;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** Keeps exactly one main administrator with each customer (S2.17), whatever is asked for. */
public final class Roles {

  private Roles() {}

  /**
   * What a change of role does to the people of a customer. Making somebody main administrator
   * makes the one before an administrator.
   *
   * @param now all people of the customer by id
   * @return the roles that change, in the order in which they are to be stored
   */
  public static Map<Long, Role> change(Map<Long, Role> now, long person, Role wanted) {
    Role had = now.get(person);
    Map<Long, Role> changes = new LinkedHashMap<>();
    if (had == wanted) {
      return changes;
    }
    if (had == Role.MAIN_ADMINISTRATOR) {
      throw needsSuccessor("role");
    }
    if (wanted == Role.MAIN_ADMINISTRATOR) {
      now.forEach(
          (id, role) -> {
            if (role == Role.MAIN_ADMINISTRATOR) {
              changes.put(id, Role.ADMINISTRATOR);
            }
          });
    }
    changes.put(person, wanted);
    return changes;
  }

  /** Refuses the leave of the main administrator. */
  public static void leave(Role role) {
    if (role == Role.MAIN_ADMINISTRATOR) {
      throw needsSuccessor("");
    }
  }

  /** Refuses a second main administrator; the first one is handed over by {@link #change}. */
  public static void join(Role role) {
    if (role == Role.MAIN_ADMINISTRATOR) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "role",
              "The customer has a main administrator, and there is exactly one",
              "Add the person as ADMINISTRATOR, then change the role to MAIN_ADMINISTRATOR.")
          .asException();
    }
  }

  private static Refused needsSuccessor(String field) {
    return Problem.of(
            ProblemCode.WRONG_STATE,
            field,
            "A customer is never without its main administrator",
            "Make somebody else MAIN_ADMINISTRATOR first.")
        .asException();
  }
}
