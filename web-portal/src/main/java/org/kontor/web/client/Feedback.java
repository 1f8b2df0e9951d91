package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.faces.application.FacesMessage;
import jakarta.faces.context.FacesContext;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import org.kontor.crm.identity.boundary.SignIns.Entered;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.rest.Unavailable;

/** What a form answers: a fault beside its field, a refusal in words, or another page. */
@RequestScoped
public class Feedback {

  @Inject private TextBean t;
  @Inject private Cookies cookies;

  /**
   * @param field id of the field in the page, null for the form as a whole
   */
  public void fault(String field, String textKey) {
    FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(t.of(textKey)));
  }

  /**
   * @param field id of the field in the page, null for the form as a whole
   * @param words in the reader's language
   */
  public void words(String field, String words) {
    FacesContext.getCurrentInstance().addMessage(field, new FacesMessage(words));
  }

  public void refusal(String field, Refused refused) {
    FacesContext faces = FacesContext.getCurrentInstance();
    faces.addMessage(field, new FacesMessage(t.problem(refused.problem())));
    Unavailable.tell(refused.problem());
    if (refused.problem().code() == ProblemCode.TOO_MANY_REQUESTS) {
      faces.getExternalContext().setResponseStatus(refused.problem().code().status());
      ErrorPage.sayWhen(
          (HttpServletResponse) faces.getExternalContext().getResponse(), refused.problem());
    }
  }

  /** Goes on where somebody wanted to go, by way of the second factor where there is one. */
  public void entered(Entered entered, String target) {
    String second = "/client/second?to=" + URLEncoder.encode(target, StandardCharsets.UTF_8);
    signedIn(entered.token(), entered.waits() ? second : target);
  }

  /** Signs the browser in and goes on; what a stranger may have planted before is worth nothing. */
  public void signedIn(String token, String target) {
    FacesContext faces = FacesContext.getCurrentInstance();
    ((HttpServletRequest) faces.getExternalContext().getRequest()).getSession().invalidate();
    cookies.keepSession((HttpServletResponse) faces.getExternalContext().getResponse(), token);
    goTo(target);
  }

  /**
   * Leads to the page on which the person proves once more who it is, and back.
   *
   * @param then address to come back to
   */
  public void prove(String then) {
    goTo("/client/prove?to=" + URLEncoder.encode(then, StandardCharsets.UTF_8));
  }

  /** The person has proved once more who it is: from now on it goes by another token. */
  public void proven(String token) {
    cookies.keepSession(
        (HttpServletResponse) FacesContext.getCurrentInstance().getExternalContext().getResponse(),
        token);
  }

  /** Leads to an address of the client area. */
  public void goTo(String target) {
    FacesContext faces = FacesContext.getCurrentInstance();
    try {
      faces.getExternalContext().redirect(target);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    faces.responseComplete();
  }
}
