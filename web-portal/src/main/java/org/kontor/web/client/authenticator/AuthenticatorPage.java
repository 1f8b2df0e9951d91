package org.kontor.web.client.authenticator;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.crm.identity.boundary.SecondFactors;
import org.kontor.crm.identity.boundary.SecondFactors.Begun;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;
import org.kontor.web.client.pay.QrSvg;

/** Adds an authenticator app, shows recovery codes once, removes it. */
@Named
@RequestScoped
public class AuthenticatorPage {

  @Inject private SecondFactors seconds;
  @Inject private Visit visit;
  @Inject private Feedback feedback;

  private String code = "";
  private Begun begun;
  private Boolean active;
  private List<String> shown = List.of();

  public boolean isActive() {
    if (active == null) {
      active = seconds.has(visit.getVisitor().personId());
    }
    return active;
  }

  /** What the app is to be told. */
  public Begun getBegun() {
    if (begun == null) {
      begun = seconds.begin(visit.getVisitor(), visit.getPortal().name());
    }
    return begun;
  }

  /** The same as a picture for the phone's camera. */
  public QrSvg getPicture() {
    return QrSvg.of(getBegun().address());
  }

  public int getLeft() {
    return seconds.recoveryCodesLeft(visit.getVisitor().personId());
  }

  /** Recovery codes that were just made, to be written down. */
  public List<String> getShown() {
    return shown;
  }

  /** Who adds an app to an unlocked computer would lock its owner out: it is asked for a proof. */
  public void confirm() {
    if (!visit.getVisitor().hasJustProven()) {
      feedback.prove("/client/authenticator");
      return;
    }
    try {
      shown = seconds.confirm(visit.getVisitor(), code.replaceAll("\\s", ""));
      active = null;
      if (shown.isEmpty()) {
        feedback.fault("form:code", "identity.second.wrong");
      }
    } catch (Refused e) {
      feedback.refusal(null, e);
    }
  }

  /** New recovery codes in place of those before. */
  public String renew() {
    if (!visit.getVisitor().hasJustProven()) {
      return ProvePage.first("/client/authenticator");
    }
    shown = seconds.renewRecoveryCodes(visit.getVisitor());
    return null;
  }

  public String remove() {
    if (!visit.getVisitor().hasJustProven()) {
      return ProvePage.first("/client/authenticator");
    }
    seconds.remove(visit.getVisitor());
    return "/client/profile?faces-redirect=true&done=authenticator";
  }

  public String getCode() {
    return code;
  }

  public void setCode(String code) {
    this.code = code;
  }
}
