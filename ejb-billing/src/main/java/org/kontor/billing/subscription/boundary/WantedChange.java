package org.kontor.billing.subscription.boundary;

import java.util.Map;
import org.kontor.billing.subscription.control.Quantities;
import org.kontor.domain.subscription.ChangeRequest;

/**
 * A change as it is asked for (S1.10, S1.11); what it does not name stays.
 *
 * @param plan absent to stay on the present plan
 * @param components new quantity by component code, not the difference; 0 switches off
 */
public record WantedChange(String plan, Map<String, Long> components) {

  ChangeRequest request() {
    return new ChangeRequest(plan, Quantities.complete(components));
  }
}
