package org.kontor.domain.subscription;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.policy.Plan;

/**
 * What is subscribed to at one moment: a plan, quantities of components, switches (S1.11).
 *
 * @param quantities units by component code, the included ones among them; only codes of the plan,
 *     none with 0
 */
public record Terms(Plan plan, Map<String, Long> quantities) {

  public Terms {
    Map<String, Long> kept = new TreeMap<>();
    for (Plan.Component component : plan.components()) {
      long quantity = quantities.getOrDefault(component.code(), 0L);
      if (quantity > 0) {
        kept.put(component.code(), quantity);
      }
    }
    quantities = Map.copyOf(kept);
  }

  /** The terms in force on a day. */
  public static Terms of(Plan plan, SubscriptionSnapshot subscription, LocalDate day) {
    Map<String, Long> quantities = new TreeMap<>();
    for (Plan.Component component : plan.components()) {
      quantities.put(component.code(), subscription.quantityOn(component.code(), day));
    }
    return new Terms(plan, quantities);
  }

  public long quantity(String componentCode) {
    return quantities.getOrDefault(componentCode, 0L);
  }

  /** These terms with another plan and some other quantities; what the plan lacks falls away. */
  public Terms with(Plan other, Map<String, Long> changed) {
    Map<String, Long> merged = new TreeMap<>(quantities);
    merged.putAll(changed);
    return new Terms(other, merged);
  }

  /** The plan and the quantities agree; plans are compared by code. */
  public boolean sameAs(Terms other) {
    return plan.code().equals(other.plan.code()) && quantities.equals(other.quantities);
  }
}
