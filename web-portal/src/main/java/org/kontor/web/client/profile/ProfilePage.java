package org.kontor.web.client.profile;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.crm.identity.boundary.KnownDevices;
import org.kontor.crm.identity.boundary.KnownDevices.Known;
import org.kontor.crm.identity.boundary.Passwords;
import org.kontor.crm.identity.boundary.SessionView;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.identity.boundary.SignIns;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** The person's own password, sessions and remembered browsers (S5.7). */
@Named
@RequestScoped
public class ProfilePage {

  @Inject private Visit visit;
  @Inject private SignIns signIns;
  @Inject private Passwords passwords;
  @Inject private Sessions sessions;
  @Inject private KnownDevices devices;
  @Inject private Feedback feedback;

  private List<Known> known;
  private String present = "";
  private String wanted = "";

  /** A new password; everybody who is signed in elsewhere as this person is out. */
  public String changePassword() {
    try {
      if (!signIns.proves(visit.getVisitor(), present, visit.origin())) {
        feedback.fault("form:present", "identity.password.notThis");
        return null;
      }
      passwords.set(visit.getVisitor().personId(), wanted, visit.getVisitor().sessionId());
      feedback.proven(sessions.renew(visit.getVisitor().sessionId()));
      return "/client/profile?faces-redirect=true&done=password";
    } catch (Refused e) {
      feedback.refusal("form:wanted", e);
      return null;
    }
  }

  public List<SessionView> getSessions() {
    return sessions.of(visit.getVisitor().personId());
  }

  public boolean isThis(SessionView session) {
    return session.id() == visit.getVisitor().sessionId();
  }

  /** Browser and system, as people know them. */
  public String device(SessionView session) {
    return Device.name(session.agent());
  }

  /** Ends one of the person's own sessions. */
  public String end(long session) {
    sessions.end(visit.getVisitor().personId(), session);
    return "/client/profile?faces-redirect=true&done=session";
  }

  /** Browsers on which the second factor is not asked for. */
  public List<Known> getKnown() {
    if (known == null) {
      known = devices.of(visit.getVisitor().personId());
    }
    return known;
  }

  /** Browser and system, as people know them; empty where it was not noted. */
  public String called(Known browser) {
    return Device.name(browser.agent());
  }

  /** The second factor is asked for there again. */
  public String forget(long browser) {
    devices.forget(visit.getVisitor().personId(), browser);
    return "/client/profile?faces-redirect=true&done=forgotten";
  }

  public String forgetAll() {
    devices.forgetAll(visit.getVisitor().personId());
    return "/client/profile?faces-redirect=true&done=forgotten";
  }

  public String getPresent() {
    return present;
  }

  public void setPresent(String present) {
    this.present = present;
  }

  public String getWanted() {
    return wanted;
  }

  public void setWanted(String wanted) {
    this.wanted = wanted;
  }
}
