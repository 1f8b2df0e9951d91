package org.kontor.domain.access;

import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * What a person can do.
 *
 * @param paymentPage whether the page to pay can be reached, in the application or in the client
 *     area (S1.28, S3.20)
 * @param export whether data can be taken out (S1.37)
 * @param support whether support answers
 */
public record Allowed(Effect effect, boolean paymentPage, boolean export, boolean support) {

  static Allowed in(Step step, Role role, AccessPolicy policy) {
    AccessStage stage = step.stage();
    Effect effect = effect(stage, role);
    boolean openToPay =
        step.because().cause() != Cause.CLOSED
            && step.because().cause() != Cause.TRIAL_OVER
            && policy.paymentPageStaysOpen()
            && policy.payers().contains(role);
    return new Allowed(
        effect, effect.reachesPayment() || openToPay, stage.export(), stage.support());
  }

  /** Whether a stage takes anything from a person, be it by a reminder. */
  static boolean isLess(AccessStage stage, Role role) {
    return effect(stage, role) != Effect.FULL || !stage.export() || !stage.support();
  }

  private static Effect effect(AccessStage stage, Role role) {
    return switch (role) {
      case MAIN_ADMINISTRATOR -> stage.mainAdministrator();
      case ADMINISTRATOR -> stage.administrator();
      case STAFF -> stage.staff();
    };
  }

  /** The page to pay also where somebody else reaches it; nothing else of what that one can do. */
  Allowed withPaymentPage(Allowed payer) {
    return new Allowed(effect, paymentPage || payer.paymentPage, export, support);
  }

  Allowed withExport() {
    return new Allowed(effect, paymentPage, true, support);
  }
}
