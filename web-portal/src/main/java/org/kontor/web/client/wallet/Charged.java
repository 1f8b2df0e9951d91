package org.kontor.web.client.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.web.client.Visit;

/** The services that the customer has, read once a request. */
@RequestScoped
public class Charged {

  private static final int MOST = 50;

  @Inject private Visit visit;
  @Inject private Subscriptions subscriptions;

  private List<SubscriptionView> services;

  /** Those that are neither ended nor deleted. */
  public List<SubscriptionView> services() {
    if (services == null) {
      services =
          subscriptions.list(visit.customerId(), null, MOST).items().stream()
              .filter(view -> view.state() != State.ENDED && view.state() != State.DELETED)
              .toList();
    }
    return services;
  }
}
