package org.kontor.web.client.timeline;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import org.kontor.billing.timeline.boundary.CustomerFuture;
import org.kontor.billing.timeline.boundary.Timelines;
import org.kontor.web.client.Visit;

/** What will happen to all that the customer has, foretold once a request. */
@RequestScoped
public class Ahead {

  @Inject private Visit visit;
  @Inject private Timelines timelines;

  private CustomerFuture future;

  public CustomerFuture future() {
    if (future == null) {
      future = timelines.ofCustomer(visit.customerId());
    }
    return future;
  }
}
