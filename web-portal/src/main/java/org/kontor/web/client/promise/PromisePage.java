package org.kontor.web.client.promise;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.billing.access.boundary.NewPromise;
import org.kontor.billing.access.boundary.PromiseChoices;
import org.kontor.billing.access.boundary.PromiseOffer;
import org.kontor.billing.access.boundary.PromiseStanding;
import org.kontor.billing.access.boundary.Promises;
import org.kontor.billing.ledger.boundary.Why;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Shown;
import org.kontor.web.client.Visit;

/**
 * A promised payment of so many days, whole before it is taken (S2.34). Of several clicks, tabs or
 * people one takes it; the others are led to the promise that runs.
 */
@Named
@RequestScoped
public class PromisePage {

  private static final String DONE = "/client/wallet?faces-redirect=true&done=promise";

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private PromiseChoices choices;
  @Inject private Promises promises;
  @Inject private Feedback feedback;
  @Inject private Shown show;

  private PromiseStanding standing;

  /** What is offered for the chosen days; null when nothing is, or not for so many. */
  public PromiseOffer getOffer() {
    Integer days = getDays();
    return getStanding().offers().stream()
        .filter(offer -> days != null && offer.days() == days)
        .findFirst()
        .orElse(null);
  }

  /** The arithmetic of the sum that will then be due. */
  public String getWhy() {
    return show.arithmetic(Why.of(getOffer().why(), getOffer().dueAtEnd()).arithmetic());
  }

  public PromiseStanding getStanding() {
    if (standing == null) {
      standing = choices.of(visit.customerId(), visit.getVisitor().personId());
    }
    return standing;
  }

  public String take() {
    PromiseOffer offer = getOffer();
    if (offer == null) {
      return getStanding().state() == PromiseStanding.State.RUNNING ? DONE : "/client/promise";
    }
    try {
      promises.take(
          new NewPromise(offer.subscriptionId(), visit.getVisitor().personId(), offer.days()));
      return DONE;
    } catch (Refused refused) {
      standing = null;
      if (refused.problem().code() == ProblemCode.PROMISE_TAKEN
          && getStanding().state() == PromiseStanding.State.RUNNING) {
        return DONE;
      }
      feedback.refusal(null, refused);
      return null;
    }
  }

  /**
   * As chosen, null when it was not: from the form, which must be known before Faces reads it, or
   * from the address.
   */
  public Integer getDays() {
    String inForm = request.getParameter("form:days");
    String sent = inForm == null ? request.getParameter("days") : inForm;
    return sent != null && sent.matches("\\d{1,2}") ? Integer.valueOf(sent) : null;
  }
}
