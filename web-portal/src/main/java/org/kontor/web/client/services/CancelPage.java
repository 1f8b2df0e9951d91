package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.selfservice.boundary.OwnChanges;
import org.kontor.billing.selfservice.boundary.OwnEnding;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.selfservice.boundary.OwnServices;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** The end of one service, whole before it is made. */
@Named
@RequestScoped
public class CancelPage {

  @Inject private AskedService asked;
  @Inject private Visit visit;
  @Inject private OwnServices services;
  @Inject private OwnChanges changes;
  @Inject private Feedback feedback;

  private OwnEnding ending;

  public OwnService getOwn() {
    return asked.get();
  }

  public OwnEnding getEnding() {
    if (ending == null) {
      ending = services.ending(visit.customerId(), asked.id(), visit.getLanguage().code());
    }
    return ending;
  }

  /** Whether the person has to prove first who it is. */
  public boolean isProven() {
    return visit.getVisitor().hasJustProven();
  }

  /** What the form sends of what was seen. */
  public String getSeal() {
    return AskedService.seal(getEnding());
  }

  public String cancel() {
    if (getOwn().subscription().endsOn() == null) {
      if (!isProven()) {
        feedback.prove("/client/cancel?service=" + asked.id());
        return null;
      }
      if (!asked.isAsSeen(getEnding())) {
        return null;
      }
    }
    return asked.once(
        "cancelled",
        service -> service.subscription().endsOn() != null,
        () -> changes.cancel(visit.customerId(), asked.id(), getOwn().subscription().version()));
  }
}
