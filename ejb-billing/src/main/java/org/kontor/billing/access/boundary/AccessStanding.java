package org.kontor.billing.access.boundary;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.kontor.domain.access.AccessNotice;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * How it stands with a person's access to all that its customer has.
 *
 * @param answers the decisions, in the order of the subscriptions that live
 * @param notice the most severe of what is to be told; null when there is nothing
 * @param deletion of data, announced or done; null when there is none
 * @param payers who may pay (S3.4)
 */
public record AccessStanding(
    List<AccessAnswer> answers, AccessNotice notice, Deletion deletion, Set<Role> payers) {

  public AccessStanding {
    answers = List.copyOf(answers);
    payers = Set.copyOf(payers);
  }

  /** How far a person gets. */
  public enum Reach {
    /** Something of what the customer has is open to it, or the customer has nothing running. */
    ALL,
    /** Only the way to pay. */
    PAYING,
    NOTHING
  }

  /** The mildest decision counts: who can use one of two services is not shut out. */
  public Reach reach() {
    if (answers.isEmpty() || answers.stream().anyMatch(answer -> !shut(answer.effect()))) {
      return Reach.ALL;
    }
    return answers.stream().anyMatch(AccessAnswer::paymentPage) ? Reach.PAYING : Reach.NOTHING;
  }

  /** The first decision by which no data may be taken out (S1.37); empty when they may. */
  public Optional<AccessAnswer> refusingExport() {
    return answers.stream().filter(answer -> !answer.export()).findFirst();
  }

  private static boolean shut(Effect effect) {
    return effect == Effect.PAYMENT_PAGE_ONLY || effect == Effect.BLOCKED;
  }

  /**
   * A deletion of the customer's data that is announced, or that support can still undo (S3.39,
   * S3.42).
   *
   * @param kind why: {@code INACTIVITY}, {@code AFTER_STOP}, {@code CANCELLATION}, {@code
   *     TERMINATION}, {@code TRIAL_END}
   * @param done whether the data is out of reach already
   * @param day of the deletion, or the last day on which it can be undone
   * @param days from today until then
   * @param stoppable whether a person of this role can stop it by its word (S3.36)
   */
  public record Deletion(
      long caseId, String kind, boolean done, LocalDate day, long days, boolean stoppable) {}
}
