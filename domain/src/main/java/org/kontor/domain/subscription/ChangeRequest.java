package org.kontor.domain.subscription;

import java.util.Map;

/**
 * What a change names (S1.10, S1.11); what it does not name stays as it is.
 *
 * @param plan code of the new plan, or null to stay on the present one
 * @param components new quantity by component code; 0 switches off
 */
public record ChangeRequest(String plan, Map<String, Long> components) {

  public ChangeRequest {
    components = Map.copyOf(components);
  }

  public boolean isEmpty() {
    return plan == null && components.isEmpty();
  }
}
