package org.kontor.web.client.passkey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.Optional;
import org.kontor.crm.identity.boundary.Passkeys.Asked;
import org.kontor.crm.identity.boundary.Passkeys.Site;
import org.kontor.crm.identity.boundary.SignIns.Entered;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Doors;

/** Signs in by a passkey. */
@Named
@RequestScoped
public class PasskeyDoor extends PasskeyForm {

  @Override
  Asked ask(Site site) {
    return passkeys.toSignIn(site);
  }

  public void enter() {
    try {
      Optional<Entered> entered = passkeys.signIn(site(), sent(), getAnswer(), visit.origin());
      if (entered.isPresent()) {
        feedback.entered(entered.get(), Doors.inside(request.getParameter("to")));
      } else {
        feedback.fault(null, "identity.passkey.unknown");
      }
    } catch (Refused e) {
      feedback.refusal(null, e);
    }
  }
}
