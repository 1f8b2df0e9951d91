package org.kontor.billing.token.boundary;

import java.time.Instant;
import java.util.List;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.domain.access.Cause;

/**
 * What a signed access decision says. Names of the token's claims are those of {@link
 * org.kontor.billing.token.control.TokenText}.
 *
 * @param vendor the audience: whose application may use it
 * @param person id of the person who wants in; null for a role without a person
 * @param role of {@link org.kontor.domain.customer.Role}
 * @param product code of the subscription's plan
 * @param stage rung of the vendor's ladder, 0 for none
 * @param effect of {@link org.kontor.domain.policy.AccessStage.Effect}
 * @param until when that changes; null when nothing changes by itself
 * @param nextEffect what it changes to; null with {@code until}
 * @param cause of {@link Cause}
 * @param rules that decided, for example {@code S3.15}
 * @param document number of the overdue invoice; null for none
 * @param policy {@code code@version}
 */
public record AccessClaims(
    String vendor,
    Long person,
    String role,
    long customer,
    long subscription,
    String product,
    int stage,
    String effect,
    boolean paymentPage,
    boolean export,
    boolean support,
    Instant until,
    String nextEffect,
    String cause,
    List<String> rules,
    String document,
    String policy) {

  public AccessClaims {
    rules = List.copyOf(rules);
  }

  /** Of a decision. A hold's reason stays here: staff write it for each other. */
  static AccessClaims of(AccessAnswer answer, Long person) {
    AccessAnswer.Reason because = answer.because();
    return new AccessClaims(
        answer.vendor(),
        person,
        answer.role().name(),
        answer.customerId(),
        answer.subscriptionId(),
        answer.product(),
        answer.stage(),
        answer.effect().name(),
        answer.paymentPage(),
        answer.export(),
        answer.support(),
        answer.until(),
        answer.next() == null ? null : answer.next().effect().name(),
        because.cause().name(),
        because.rules(),
        because.cause() == Cause.OVERDUE_INVOICE ? because.subject() : null,
        because.policy());
  }
}
