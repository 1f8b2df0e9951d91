package org.kontor.web.client.welcome;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.crm.identity.boundary.MailedProofs;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** Asks for a link to choose a new password; says the same whether the address is known or not. */
@Named
@RequestScoped
public class ForgottenPage {

  @Inject private MailedProofs proofs;
  @Inject private Visit visit;
  @Inject private Feedback feedback;

  private String email = "";

  public String send() {
    try {
      proofs.forgotten(visit.getPortal().vendor(), email, visit.origin());
      return "/client/forgotten?faces-redirect=true&done=sent";
    } catch (Refused e) {
      feedback.refusal(null, e);
      return null;
    }
  }

  public String getEmail() {
    return email;
  }

  public void setEmail(String email) {
    this.email = email;
  }
}
