package org.kontor.web.client.passkey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.crm.identity.boundary.Passkeys.Asked;
import org.kontor.crm.identity.boundary.Passkeys.Site;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.web.client.Doors;

/** Proves by a passkey who is there. */
@Named
@RequestScoped
public class PasskeyProof extends PasskeyForm {

  @Inject private Sessions sessions;

  @Override
  Asked ask(Site site) {
    return passkeys.toProve(visit.getVisitor(), site);
  }

  public void prove() {
    if (passkeys.proves(visit.getVisitor(), site(), sent(), getAnswer())) {
      feedback.proven(sessions.renew(visit.getVisitor().sessionId()));
      feedback.goTo(Doors.inside(request.getParameter("to")));
    } else {
      feedback.fault(null, "identity.passkey.unknown");
    }
  }
}
