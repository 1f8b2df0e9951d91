package org.kontor.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Map;
import org.kontor.billing.subscription.control.Quantities;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.domain.change.ChangeDecision.Direction;
import org.kontor.domain.change.ChangeState;

/**
 * One step of a change.
 *
 * @param id absent in a preview
 * @param plan the new plan, absent when it stays
 * @param components new quantities of what changes
 * @param state WAITING, APPLIED, REFUSED, WITHDRAWN or LAPSED
 * @param reason why it was refused (the unmet limits, as JSON), withdrawn or lapsed
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
    BigDecimal arrears) {

  /**
   * @param digits of the currency's minor unit
   */
  static ChangeView of(PlanChange change, int digits) {
    return new ChangeView(
        change.getId(),
        change.getDirection(),
        change.getState(),
        change.getRequestedOn(),
        change.getEffectiveOn(),
        change.getPlanCode(),
        Quantities.read(change.getComponents()),
        change.getReason().isEmpty() ? null : change.getReason(),
        change.getArrearsMinor() == 0
            ? null
            : BigDecimal.valueOf(change.getArrearsMinor(), digits));
  }
}
