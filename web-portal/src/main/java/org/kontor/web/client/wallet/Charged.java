package org.kontor.web.client.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.List;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.Visit;

/** The services that the customer has, read once a request. */
@RequestScoped
public class Charged {

  @Inject private Visit visit;
  @Inject private Subscriptions subscriptions;

  private List<SubscriptionView> services;

  /** Those that are neither ended nor deleted, the first {@value Page#MAX_LIMIT}. */
  public List<SubscriptionView> services() {
    if (services == null) {
      services = subscriptions.living(visit.customerId(), null, Page.MAX_LIMIT).items();
    }
    return services;
  }
}
