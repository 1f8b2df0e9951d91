package org.kontor.web.client.passkey;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import org.kontor.crm.identity.boundary.Passkeys;
import org.kontor.crm.identity.boundary.Passkeys.Asked;
import org.kontor.crm.identity.boundary.Passkeys.Site;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** What each form with a passkey carries: a question to the browser, and its answer. */
abstract class PasskeyForm {

  @Inject Passkeys passkeys;
  @Inject Visit visit;
  @Inject Feedback feedback;
  @Inject HttpServletRequest request;

  private Asked asked;
  private String sent;
  private String answer;

  abstract Asked ask(Site site);

  Site site() {
    return new Site(visit.getPortal().vendor(), request.getServerName(), visit.getPortal().name());
  }

  /** What was asked when the form was shown. */
  String sent() {
    return sent;
  }

  private Asked asked() {
    if (asked == null) {
      asked = ask(site());
    }
    return asked;
  }

  /** For the browser, as JSON. */
  public String getOptions() {
    return asked().options();
  }

  /** Always a new question: each is good once. */
  public String getSealed() {
    return asked().sealed();
  }

  public void setSealed(String sealed) {
    sent = sealed;
  }

  public String getAnswer() {
    return answer;
  }

  public void setAnswer(String answer) {
    this.answer = answer;
  }
}
