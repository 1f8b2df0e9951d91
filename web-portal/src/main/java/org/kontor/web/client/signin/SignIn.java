package org.kontor.web.client.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.kontor.crm.identity.boundary.SignIns;
import org.kontor.crm.identity.boundary.SignIns.Entered;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Cookies;
import org.kontor.web.client.Doors;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** The form by which people come in. */
@Named
@RequestScoped
public class SignIn {

  @Inject private SignIns signIns;
  @Inject private Visit visit;
  @Inject private Feedback feedback;
  @Inject private Cookies cookies;
  @Inject private HttpServletRequest request;

  private String email = "";
  private String password = "";

  /** Goes on to where the person wanted to go. */
  public void enter() {
    try {
      Optional<Entered> entered =
          signIns.signIn(
              visit.getPortal().vendor(),
              email,
              password,
              cookies.device(request).orElse(null),
              visit.origin());
      if (entered.isPresent()) {
        feedback.entered(entered.get(), Doors.inside(getTo()));
      } else {
        feedback.fault(null, "identity.wrong");
      }
    } catch (Refused e) {
      feedback.refusal(null, e);
    }
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }

  /** Where the person wanted to go: in the address, then in the form. */
  public String getTo() {
    return request.getParameter("to");
  }
}
