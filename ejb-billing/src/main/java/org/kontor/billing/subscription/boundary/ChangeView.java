package org.kontor.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.subscription.control.Quantities;
import org.kontor.billing.subscription.control.Refusals;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.domain.change.ChangeDecision.Direction;
import org.kontor.domain.change.ChangeState;
import org.kontor.domain.subscription.UnmetLimit;

/**
 * One step of a change.
 *
 * @param id absent in a preview
 * @param plan the new plan, absent when it stays
 * @param components new quantities of what changes
 * @param state WAITING, APPLIED, REFUSED, WITHDRAWN or LAPSED
 * @param reason why it was refused, withdrawn or lapsed, in words
 * @param unmet the limits for which it was refused; absent otherwise
 * @param arrears net, carried by the next invoice (S1.13, NEXT_INVOICE_WITH_ARREARS)
 */
public record ChangeView(
    Long id,
    Direction direction,
    ChangeState state,
    LocalDate requestedOn,
    LocalDate effectiveOn,
    String plan,
    Map<String, Long> components,
    String reason,
    List<UnmetLimit> unmet,
    BigDecimal arrears) {

  /**
   * @param digits of the currency's minor unit
   */
  static ChangeView of(PlanChange change, int digits) {
    List<UnmetLimit> unmet = Quantities.readUnmet(change.getReason());
    String reason = unmet.isEmpty() ? change.getReason() : Refusals.limitsNotMet(unmet).detail();
    return new ChangeView(
        change.getId(),
        change.getDirection(),
        change.getState(),
        change.getRequestedOn(),
        change.getEffectiveOn(),
        change.getPlanCode(),
        Quantities.read(change.getComponents()),
        reason.isEmpty() ? null : reason,
        unmet.isEmpty() ? null : unmet,
        change.getArrearsMinor() == 0
            ? null
            : BigDecimal.valueOf(change.getArrearsMinor(), digits));
  }
}
