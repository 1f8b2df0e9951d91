package org.kontor.web.client.passkey;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.crm.identity.boundary.Passkeys.Asked;
import org.kontor.crm.identity.boundary.Passkeys.Kept;
import org.kontor.crm.identity.boundary.Passkeys.Site;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.authenticator.ProvePage;

/** A person's passkeys: adding and removing one asks for a recent proof of who is there. */
@Named
@RequestScoped
public class PasskeysPage extends PasskeyForm {

  private static final String HERE = "/client/passkeys";

  private List<Kept> all;
  private String name;

  @Override
  Asked ask(Site site) {
    return passkeys.toAdd(visit.getVisitor(), site);
  }

  public List<Kept> getAll() {
    if (all == null) {
      all = passkeys.list(visit.getVisitor(), site());
    }
    return all;
  }

  /** Whether the person has just proved who it is. */
  public boolean isFree() {
    return visit.getVisitor().hasJustProven();
  }

  public String add() {
    if (!isFree()) {
      return ProvePage.first(HERE);
    }
    if (passkeys.add(visit.getVisitor(), site(), sent(), getAnswer(), name)) {
      return HERE + "?faces-redirect=true&done=added";
    }
    feedback.fault(null, "identity.passkey.notMade");
    return null;
  }

  public String remove(long id) {
    if (!isFree()) {
      return ProvePage.first(HERE);
    }
    try {
      passkeys.remove(visit.getVisitor(), id);
    } catch (Refused gone) {
      // Removed in another tab: what was wanted is so
      return HERE + "?faces-redirect=true";
    }
    return HERE + "?faces-redirect=true&done=removed";
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }
}
