package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.billing.selfservice.boundary.OwnChanges;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.selfservice.boundary.OwnServices;
import org.kontor.billing.subscription.boundary.ChangeView;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.ClientPage;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Rights;
import org.kontor.web.client.Visit;

/** One service: its plan beside the others, its options, and a change that waits. */
@Named
@RequestScoped
public class ServicePage {

  @Inject private HttpServletRequest request;
  @Inject private Visit visit;
  @Inject private Rights rights;
  @Inject private OwnServices services;
  @Inject private OwnChanges changes;
  @Inject private Feedback feedback;

  private OwnService own;

  public OwnService getOwn() {
    if (own == null) {
      own = services.of(visit.customerId(), id(request, "id"), visit.getLanguage().code());
    }
    return own;
  }

  /** Whether the visitor changes anything here, and the policy leaves it to customers. */
  public boolean isChangeable() {
    return rights.acts(ClientPage.SERVICE) && getOwn().changeable();
  }

  /** Undoes what waits; undone twice it was undone once. */
  public String undo() {
    long service = getOwn().subscription().id();
    ChangeView waiting = getOwn().subscription().waiting();
    String done = "/client/service?faces-redirect=true&id=" + service + "&done=undone";
    if (waiting == null) {
      return done;
    }
    try {
      changes.withdraw(visit.customerId(), service, waiting.id());
    } catch (Refused refused) {
      if (refused.problem().code() != ProblemCode.WRONG_STATE) {
        feedback.refusal(null, refused);
        return null;
      }
    }
    return done;
  }

  /** A number of the address or the form; what is none leads nowhere. */
  static long id(HttpServletRequest request, String name) {
    String sent = request.getParameter(name);
    if (sent == null || !sent.matches("\\d{1,18}")) {
      throw NotFound.of("subscription");
    }
    return Long.parseLong(sent);
  }
}
