package org.kontor.web.client.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.kontor.crm.identity.boundary.KnownDevices;
import org.kontor.crm.identity.boundary.SecondFactors;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Cookies;
import org.kontor.web.client.Doors;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** The password was right; a code of the authenticator app, or a recovery code, is asked for. */
@Named
@RequestScoped
public class SecondPage {

  @Inject private SecondFactors seconds;
  @Inject private Sessions sessions;
  @Inject private KnownDevices devices;
  @Inject private Cookies cookies;
  @Inject private Visit visit;
  @Inject private Feedback feedback;
  @Inject private HttpServletRequest request;

  private String code = "";
  private boolean remembered;

  /** Whether a session waits; else the sign-in begins anew. */
  public boolean isWaiting() {
    return person() != 0;
  }

  public String enter() {
    String vendor = visit.getPortal().vendor();
    String token = cookies.session(request).orElse("");
    long person = person();
    try {
      Optional<String> opened = seconds.enter(vendor, token, code, visit.origin());
      if (opened.isEmpty()) {
        feedback.fault("form:code", "identity.second.wrong");
        return null;
      }
      feedback.proven(opened.get());
    } catch (Refused e) {
      feedback.refusal(null, e);
      return null;
    }
    if (remembered) {
      Object response = FacesContext.getCurrentInstance().getExternalContext().getResponse();
      cookies.keepDevice((HttpServletResponse) response, devices.remember(person, visit.origin()));
    }
    feedback.goTo(Doors.inside(getTo()));
    return null;
  }

  private long person() {
    return cookies
        .session(request)
        .flatMap(token -> sessions.waiting(visit.getPortal().vendor(), token))
        .orElse(0L);
  }

  public String getTo() {
    return request.getParameter("to");
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }

  public boolean isRemembered() {
    return remembered;
  }

  public void setRemembered(boolean remembered) {
    this.remembered = remembered;
  }
}
