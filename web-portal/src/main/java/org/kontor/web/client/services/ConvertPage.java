package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.selfservice.boundary.OwnChanges;
import org.kontor.billing.selfservice.boundary.OwnConversion;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.web.client.Visit;

/** A trial that becomes a paid service: what it costs, from when, and what is invoiced at once. */
@Named
@RequestScoped
public class ConvertPage {

  @Inject private AskedService asked;
  @Inject private Visit visit;
  @Inject private OwnChanges changes;

  private OwnConversion conversion;

  public OwnService getOwn() {
    return asked.get();
  }

  /** Null when it is no trial any more. */
  public OwnConversion getConversion() {
    if (conversion == null && getOwn().subscription().state() == State.TRIAL) {
      conversion = changes.conversion(visit.customerId(), asked.id(), visit.getLanguage().code());
    }
    return conversion;
  }

  /** What the form sends of what was seen. */
  public String getSeal() {
    return AskedService.seal(getConversion());
  }

  public String convert() {
    if (getConversion() != null && !asked.isAsSeen(getConversion())) {
      return null;
    }
    return asked.once(
        "converted",
        service -> service.subscription().state() == State.ACTIVE,
        () -> changes.convert(visit.customerId(), asked.id(), getOwn().subscription().version()));
  }
}
