package org.kontor.billing.access.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.access.AccessDecision;
import org.kontor.domain.access.Allowed;
import org.kontor.domain.access.Because;
import org.kontor.domain.access.Cause;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * Who may do what, because of what, until when, and what comes next.
 *
 * @param stage rung of the vendor's ladder, from 1; 0 = not restricted by it
 * @param effect what the person can do
 * @param paymentPage whether the page to pay is reachable, be it in the client area
 * @param export whether data can be taken out
 * @param support whether support answers
 * @param until first moment of {@code next}; null when it stays so
 * @param skippedDays days off that put this moment, or the present stage, off
 */
public record AccessAnswer(
    long subscriptionId,
    long customerId,
    String vendor,
    String product,
    Role role,
    Instant at,
    int stage,
    Effect effect,
    boolean paymentPage,
    boolean export,
    boolean support,
    Reason because,
    Instant until,
    Next next,
    List<LocalDate> skippedDays) {

  /**
   * @param rules ids of the rules
   * @param policy {@code code@version}
   * @param subject number of the invoice, id of the promise, reason of the hold; or empty
   * @param amount what is open, or the balance; null without a debt
   * @param since last day in time of an invoice, or day charged for of a balance
   */
  public record Reason(
      Cause cause,
      List<String> rules,
      String policy,
      String subject,
      BigDecimal amount,
      String currency,
      LocalDate since) {

    static Reason of(Because because) {
      Money amount = because.amount();
      return new Reason(
          because.cause(),
          because.rules(),
          because.policy(),
          because.subject(),
          amount == null ? null : amount.amount(),
          amount == null ? null : amount.currency().getCurrencyCode(),
          because.since());
    }
  }

  /** What the person can do from {@code at} on, if nothing else happens. */
  public record Next(
      Instant at, int stage, Effect effect, boolean paymentPage, boolean export, boolean support) {

    static Next of(AccessDecision decision) {
      Allowed next = decision.next();
      return next == null
          ? null
          : new Next(
              decision.until(),
              decision.nextStage(),
              next.effect(),
              next.paymentPage(),
              next.export(),
              next.support());
    }
  }

  static AccessAnswer of(
      long subscriptionId, long customerId, String vendor, String product, AccessDecision made) {
    Allowed allowed = made.allowed();
    return new AccessAnswer(
        subscriptionId,
        customerId,
        vendor,
        product,
        made.role(),
        made.moment(),
        made.stage(),
        allowed.effect(),
        allowed.paymentPage(),
        allowed.export(),
        allowed.support(),
        Reason.of(made.because()),
        made.until(),
        Next.of(made),
        made.skippedDays());
  }
}
