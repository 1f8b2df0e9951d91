package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.billing.selfservice.boundary.OwnChanges;
import org.kontor.billing.selfservice.boundary.OwnConversion;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.selfservice.boundary.OwnServices;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** A trial that becomes a paid service: what it costs, from when, and what is invoiced at once. */
@Named
@RequestScoped
public class ConvertPage {

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private OwnServices services;
  @Inject private OwnChanges changes;
  @Inject private Feedback feedback;

  private OwnService own;
  private OwnConversion conversion;

  public OwnService getOwn() {
    if (own == null) {
      own =
          services.of(
              visit.customerId(), ServicePage.id(request, "service"), visit.getLanguage().code());
    }
    return own;
  }

  /** Null when it is no trial any more. */
  public OwnConversion getConversion() {
    if (conversion == null && getOwn().subscription().state() == State.TRIAL) {
      conversion =
          changes.conversion(
              visit.customerId(), getOwn().subscription().id(), visit.getLanguage().code());
    }
    return conversion;
  }

  /** Done twice it was done once. */
  public String convert() {
    long service = getOwn().subscription().id();
    String done = "/client/service?faces-redirect=true&id=" + service + "&done=converted";
    if (getOwn().subscription().state() == State.ACTIVE) {
      return done;
    }
    try {
      changes.convert(visit.customerId(), service, getOwn().subscription().version());
      return done;
    } catch (Refused refused) {
      own = null;
      if (getOwn().subscription().state() == State.ACTIVE) {
        return done;
      }
      feedback.refusal(null, refused);
      return null;
    }
  }
}
