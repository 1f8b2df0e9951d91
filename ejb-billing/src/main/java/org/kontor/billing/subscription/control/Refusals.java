package org.kontor.billing.subscription.control;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.domain.change.ChangeDecision.BadQuantity;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangeDecision.NoChange;
import org.kontor.domain.change.ChangeDecision.OtherDeployment;
import org.kontor.domain.change.ChangeDecision.OtherTiming;
import org.kontor.domain.change.ChangeDecision.Refused;
import org.kontor.domain.change.ChangeDecision.UnknownComponent;
import org.kontor.domain.change.ChangeDecision.UnknownPlan;
import org.kontor.domain.change.ChangeDecision.WrongState;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.UnmetLimit;

/** A refused change in the words of problems: code, place, reason, and what mends it. */
public final class Refusals {

  private Refusals() {}

  public static Problem problem(Refused refused) {
    if (refused instanceof LimitsNotMet limits) {
      return limitsNotMet(limits.unmet());
    }
    if (refused instanceof UnknownPlan plan) {
      return unknownPlan(plan.code());
    }
    if (refused instanceof UnknownComponent component) {
      return unknownComponent(component.code(), component.plan());
    }
    if (refused instanceof BadQuantity bad) {
      return badQuantity(bad);
    }
    if (refused instanceof WrongState state) {
      return Problem.of(
          ProblemCode.WRONG_STATE,
          "",
          state.ending() ? "The subscription is about to end" : "It is " + state.state(),
          "Only an active subscription, or one in trial, can be changed; pay or restore it first.");
    }
    if (refused instanceof OtherTiming timing) {
      return Problem.of(
          ProblemCode.INVALID_VALUE,
          "plan",
          "Plan " + timing.plan() + " is billed " + timing.timing() + ", the present one is not",
          "Cancel this subscription and begin one with the other plan.");
    }
    if (refused instanceof OtherDeployment plan) {
      return Problem.of(
          ProblemCode.WRONG_STATE,
          "plan",
          "Plan " + plan.plan() + " runs on the customer's own installation",
          "Set the customer's deployment to DEDICATED_MANAGED first (PUT /customers/{id}).");
    }
    assert refused instanceof NoChange;
    return Problem.of(
        ProblemCode.INVALID_VALUE,
        "",
        "Nothing would change: all of it is in force or waiting already",
        "Name a plan or a quantity that differs; to keep what is, withdraw the waiting change.");
  }

  /** S1.15: every unmet limit with what is used and what is allowed. */
  public static Problem limitsNotMet(List<UnmetLimit> unmet) {
    String list = unmet.stream().map(UnmetLimit::toString).collect(Collectors.joining(", "));
    List<Map<String, Object>> rows =
        unmet.stream()
            .map(
                limit ->
                    Map.<String, Object>of(
                        "code", limit.code(), "used", limit.used(), "allowed", limit.allowed()))
            .toList();
    return new Problem(
        ProblemCode.LIMITS_NOT_MET,
        "",
        "Usage is above the limits: " + list,
        "Bring usage down to what is allowed, keep more components, or ask staff for a higher"
            + " limit.",
        Map.of("unmet", rows));
  }

  public static Problem unknownPlan(String code) {
    return Problem.of(
        ProblemCode.UNKNOWN_PLAN,
        "plan",
        "There is no plan " + code,
        "Use a plan of the vendor's policy pack (GET /policy-packs/{code}).");
  }

  public static Problem unknownComponent(String code, String plan) {
    return Problem.of(
        ProblemCode.UNKNOWN_COMPONENT,
        "components." + code,
        "Plan " + plan + " has no component " + code,
        "Use the components that the plan lists in the policy pack.");
  }

  public static Problem badQuantity(BadQuantity bad) {
    String field = "components." + bad.code();
    if (bad.quantity() < 0 || bad.highest() == 1) {
      return Problem.of(
          ProblemCode.INVALID_VALUE,
          field,
          bad.quantity() + " cannot be ordered",
          "Send a whole number from 0 to " + bad.highest() + ".");
    }
    return new Problem(
        ProblemCode.ABSURD_QUANTITY,
        field,
        bad.quantity()
            + " of "
            + bad.code()
            + "; "
            + bad.highest()
            + " is the most that the vendor takes for meant",
        "Send at most "
            + bad.highest()
            + "; if more is meant, raise maxQuantity of the component"
            + " in the policy pack.",
        Map.of("highest", bad.highest()));
  }
}
