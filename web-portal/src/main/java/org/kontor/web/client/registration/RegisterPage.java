package org.kontor.web.client.registration;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.registration.boundary.Registrations;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** Asks for the address of whoever wants to become a customer, and mails a link there. */
@Named
@RequestScoped
public class RegisterPage {

  @Inject private Registrations registrations;
  @Inject private Visit visit;
  @Inject private Feedback feedback;

  private String email = "";

  /** Where the vendor brings its customers in itself, there is no such page. */
  public void offered() {
    if (visit.getPortal().look().registration() == null) {
      throw NotFound.of("page");
    }
  }

  public String send() {
    try {
      registrations.ask(
          visit.getPortal().vendor(), email, visit.getLanguage().code(), visit.origin());
      return "/client/register?faces-redirect=true&done=sent";
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
