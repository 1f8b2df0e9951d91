package org.kontor.billing.retention.control;

import java.util.List;
import java.util.Map;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.retention.Condition;

/** Why a case is not begun, ended, restored or let through, in plain words. */
public final class CaseRefusals {

  private CaseRefusals() {}

  public static Refused noSuchPolicy(String what, String setting) {
    return Problem.of(
            ProblemCode.WRONG_STATE,
            "",
            "This vendor's policy has no " + what,
            "Set " + setting + " in the policy pack first.")
        .asException();
  }

  public static Refused running(CaseRow row) {
    return new Problem(
            ProblemCode.WRONG_STATE,
            "subscriptionId",
            "A case of the kind " + row.kind() + " is running already",
            "Look at GET /retention/cases/" + row.id() + ".",
            Map.of("caseId", row.id()))
        .asException();
  }

  /** S3.34: staff begin it under the same conditions. */
  public static Refused conditionsNotMet(List<Condition> conditions) {
    List<String> open =
        conditions.stream()
            .filter(c -> !c.holds())
            .map(c -> c.what() + " (" + c.rule() + ")")
            .toList();
    return new Problem(
            ProblemCode.CONDITIONS_NOT_MET,
            "subscriptionId",
            "Not all conditions of a deletion hold: " + String.join(", ", open),
            "Wait until they hold, or let the policy allow staff to begin at any time.",
            Map.of("open", open))
        .asException();
  }

  public static Refused quiet(CaseRow last) {
    return Problem.of(
            ProblemCode.CONDITIONS_NOT_MET,
            "subscriptionId",
            "After a cancellation nothing is announced through " + last.quietUntil(),
            "Begin it on a later day.")
        .asException();
  }

  public static Refused held() {
    return Problem.of(
            ProblemCode.ON_HOLD,
            "subscriptionId",
            "Staff keep this subscription from deletion",
            "Lift the hold first (DELETE /retention/holds/{subscription}).")
        .asException();
  }

  public static Refused wrongState(CaseRow row, String act, String mend) {
    return Problem.of(
            ProblemCode.WRONG_STATE,
            "",
            "The case is " + row.state() + " and cannot be " + act,
            mend)
        .asException();
  }

  public static Refused notForRole(String wanted) {
    return Problem.of(
            ProblemCode.NOT_ALLOWED_FOR_ROLE,
            "personId",
            "This person may not do that for the customer",
            "It takes one of the roles " + wanted + ".")
        .asException();
  }

  /** S3.45. */
  public static Refused balanceTooLow(Money missing) {
    return new Problem(
            ProblemCode.BALANCE_TOO_LOW,
            "",
            "The balance does not carry the base fee: " + missing + " are missing",
            "Record a top-up of at least that sum first (POST /payments).",
            Map.of(
                "missing", missing.amount().toPlainString(),
                "currency", missing.currency().getCurrencyCode()))
        .asException();
  }

  public static Refused tooLate() {
    return Problem.of(
            ProblemCode.RESTORE_TOO_LATE,
            "",
            "The time in which it could be restored is over",
            "Begin a new subscription; what was purged cannot come back.")
        .asException();
  }

  public static Refused secondPerson() {
    return Problem.of(
            ProblemCode.SECOND_PERSON_NEEDED,
            "",
            "Whoever began a deletion cannot approve it",
            "Let somebody else approve it, with an API key of his own.")
        .asException();
  }
}
