package org.kontor.web.client.signin;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.kontor.crm.identity.boundary.SignIns;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Cookies;
import org.kontor.web.client.Doors;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/** The form by which people come in. */
@Named
@RequestScoped
public class SignIn {

  @Inject private SignIns signIns;
  @Inject private Cookies cookies;
  @Inject private Visit visit;
  @Inject private TextBean t;

  private String email;
  private String password;
  private String to;

  /** Goes on to where the person wanted to go. */
  public String enter() {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      Optional<String> token =
          signIns.signIn(visit.getPortal().vendor(), email, password, visit.origin());
      if (token.isEmpty()) {
        faces.addMessage(null, new FacesMessage(t.of("identity.wrong")));
        return null;
      }
      HttpServletRequest request = (HttpServletRequest) faces.getExternalContext().getRequest();
      // What a stranger may have planted before is worth nothing now
      request.getSession().invalidate();
      cookies.keepSession(
          (HttpServletResponse) faces.getExternalContext().getResponse(), token.get());
      faces.getExternalContext().redirect(Doors.inside(to));
      faces.responseComplete();
    } catch (Refused e) {
      faces.addMessage(null, new FacesMessage(t.problem(e.problem())));
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
    return null;
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

  public String getTo() {
    return to;
  }

  public void setTo(String to) {
    this.to = to;
  }
}
