package org.kontor.domain.customer;

import java.util.Set;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/**
 * What a person is to a customer: its role, and what it may do beyond.
 *
 * @param rights empty of administrators, whose role has them all
 */
public record Position(Role role, Set<FineRight> rights) {

  public Position {
    rights = Set.copyOf(rights);
    if (role != Role.STAFF && !rights.isEmpty()) {
      throw new IllegalArgumentException(role + " needs no rights of its own");
    }
  }

  /** By the role alone. */
  public static Position of(Role role) {
    return new Position(role, Set.of());
  }

  /**
   * The position after a change.
   *
   * @param wanted null: as before, as far as the new role leaves room for it
   * @throws org.kontor.domain.problem.Refused INVALID_VALUE for rights of an administrator
   */
  public Position becoming(Role next, Set<FineRight> wanted) {
    if (wanted == null) {
      return next == Role.STAFF ? new Position(next, rights) : of(next);
    }
    if (next != Role.STAFF && !wanted.isEmpty()) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "rights",
              "Rights of its own has only who is STAFF; the role " + next + " includes them",
              "Leave rights out, or send STAFF as the role.")
          .asException();
    }
    return new Position(next, wanted);
  }

  /**
   * As whom the person pays and takes promises (S2.33, S3.4): whoever was given the customer's
   * money does that as an administrator. What the vendor keeps for the main administrator stays so.
   */
  public Role forMoney() {
    return rights.contains(FineRight.MONEY) ? Role.ADMINISTRATOR : role;
  }
}
