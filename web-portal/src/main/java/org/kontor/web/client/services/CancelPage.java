package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.billing.selfservice.boundary.OwnChanges;
import org.kontor.billing.selfservice.boundary.OwnEnding;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.selfservice.boundary.OwnServices;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** The end of one service, whole before it is made. */
@Named
@RequestScoped
public class CancelPage {

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private OwnServices services;
  @Inject private OwnChanges changes;
  @Inject private Feedback feedback;

  private OwnService own;
  private OwnEnding ending;

  public OwnService getOwn() {
    if (own == null) {
      own =
          services.of(
              visit.customerId(), ServicePage.id(request, "service"), visit.getLanguage().code());
    }
    return own;
  }

  public OwnEnding getEnding() {
    if (ending == null) {
      ending =
          services.ending(
              visit.customerId(), getOwn().subscription().id(), visit.getLanguage().code());
    }
    return ending;
  }

  /** Whether the person has to prove first who it is. */
  public boolean isProven() {
    return visit.getVisitor().hasJustProven();
  }

  public String cancel() {
    long service = getOwn().subscription().id();
    String done = "/client/service?faces-redirect=true&id=" + service + "&done=cancelled";
    if (getOwn().subscription().endsOn() != null) {
      return done;
    }
    if (!isProven()) {
      feedback.prove("/client/cancel?service=" + service);
      return null;
    }
    try {
      changes.cancel(visit.customerId(), service, getEnding().version());
      return done;
    } catch (Refused refused) {
      own = null;
      ending = null;
      if (getOwn().subscription().endsOn() != null) {
        return done;
      }
      feedback.refusal(null, refused);
      return null;
    }
  }
}
