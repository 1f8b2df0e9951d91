package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.policy.AccessPolicy.Trigger;

/**
 * An episode of debt that runs, as far as it cannot be derived from invoices and balances.
 *
 * @param beganOn the oldest due date, or the day charged for (S2.24)
 * @param bookedAt when it was known
 * @param stoppedService whether it has stopped the subscription (S1.28)
 */
public record OpenCase(Trigger cause, LocalDate beganOn, Instant bookedAt, boolean stoppedService) {

  /** The same once it has stopped the subscription. */
  public OpenCase stopping() {
    return new OpenCase(cause, beganOn, bookedAt, true);
  }
}
