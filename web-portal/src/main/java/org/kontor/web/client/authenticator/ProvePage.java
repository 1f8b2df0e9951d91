package org.kontor.web.client.authenticator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.identity.boundary.SignIns;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Doors;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** Before what cannot be undone, a person proves once more who it is: by its password. */
@Named
@RequestScoped
public class ProvePage {

  @Inject private SignIns signIns;
  @Inject private Sessions sessions;
  @Inject private Visit visit;
  @Inject private Feedback feedback;
  @Inject private HttpServletRequest request;

  private String password = "";

  /**
   * Leads there and back.
   *
   * @param then address to come back to, without a query
   */
  public static String first(String then) {
    return "/client/prove?faces-redirect=true&to=" + then;
  }

  public void prove() {
    try {
      if (signIns.proves(visit.getVisitor(), password, visit.origin())) {
        feedback.proven(sessions.renew(visit.getVisitor().sessionId()));
        feedback.goTo(Doors.inside(getTo()));
      } else {
        feedback.fault("form:password", "identity.password.notThis");
      }
    } catch (Refused e) {
      feedback.refusal(null, e);
    }
  }

  public String getTo() {
    return request.getParameter("to");
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
