package org.kontor.web.client.welcome;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.crm.identity.boundary.MailedProofs;
import org.kontor.crm.identity.boundary.MailedProofs.Invited;
import org.kontor.crm.identity.boundary.SignIns.Entered;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Cookies;
import org.kontor.web.client.Doors;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** Chooses a password by a link from a mail. */
@Named
@RequestScoped
public class WelcomePage {

  @Inject private MailedProofs proofs;
  @Inject private Visit visit;
  @Inject private Feedback feedback;
  @Inject private Cookies cookies;
  @Inject private HttpServletRequest request;

  private String token;
  private String password = "";

  /** In the link as in the form: what is shown depends on it from the first phase on. */
  @PostConstruct
  void read() {
    token = request.getParameter("token");
  }

  /** Null when the link does not work any more. */
  public Invited getInvited() {
    return proofs.find(visit.getPortal().vendor(), token).orElse(null);
  }

  public void choose() {
    try {
      Entered entered =
          proofs.accept(
              visit.getPortal().vendor(),
              token,
              password,
              cookies.device(request).orElse(null),
              visit.origin());
      feedback.entered(entered, Doors.inside(null));
    } catch (Refused e) {
      boolean weak = e.problem().code() == ProblemCode.WEAK_PASSWORD;
      feedback.refusal(weak ? "form:password" : null, e);
    }
  }

  public String getToken() {
    return token;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
