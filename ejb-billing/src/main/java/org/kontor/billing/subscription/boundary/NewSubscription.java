package org.kontor.billing.subscription.boundary;

import java.time.LocalDate;
import java.util.Map;

/**
 * What a new subscription is to be.
 *
 * @param trial whether it begins with the free trial; absent means no
 * @param components quantity by component code; absent means none beyond what the plan includes
 * @param startOn first day; absent means today. A day of the past brings in a customer of another
 *     system, billed there up to now
 */
public record NewSubscription(
    Long customerId, String plan, Boolean trial, Map<String, Long> components, LocalDate startOn) {

  public NewSubscription {
    trial = trial != null && trial;
    components = components == null ? Map.of() : components;
  }
}
