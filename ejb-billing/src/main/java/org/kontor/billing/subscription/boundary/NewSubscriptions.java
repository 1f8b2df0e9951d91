package org.kontor.billing.subscription.boundary;

import java.util.List;

/**
 * @param subscriptions at most {@link SubscriptionImport#MOST}
 */
public record NewSubscriptions(List<NewSubscription> subscriptions) {

  public NewSubscriptions {
    subscriptions = subscriptions == null ? List.of() : List.copyOf(subscriptions);
  }
}
