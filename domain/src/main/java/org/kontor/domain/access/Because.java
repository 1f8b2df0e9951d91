package org.kontor.domain.access;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.money.Money;

/**
 * Why a step is as it is.
 *
 * @param cause what it comes from
 * @param rules ids of RULES, those of the stage first
 * @param policy {@code code@version} that decided
 * @param subject number of the invoice, id of the promise or hold, its reason; or empty
 * @param amount open amount or balance; null where there is none
 * @param since day from which the debt counts: last day in time of an invoice (S1.27), day charged
 *     for of a balance (S2.24); null without a debt
 */
public record Because(
    Cause cause, List<String> rules, String policy, String subject, Money amount, LocalDate since) {

  public Because {
    rules = List.copyOf(rules);
  }

  /** The same for another reason. */
  Because instead(Cause other, List<String> otherRules, String otherSubject) {
    return new Because(other, otherRules, policy, otherSubject, amount, since);
  }

  /** The same with the rules of a stage. */
  Because by(List<String> stageRules) {
    return stageRules.isEmpty()
        ? this
        : new Because(cause, stageRules, policy, subject, amount, since);
  }
}
