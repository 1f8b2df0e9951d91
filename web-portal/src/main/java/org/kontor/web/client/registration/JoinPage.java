package org.kontor.web.client.registration;

import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.billing.registration.boundary.NewAccount;
import org.kontor.billing.registration.boundary.Registrations;
import org.kontor.billing.registration.boundary.Registrations.Asked;
import org.kontor.domain.policy.PortalPolicy.Document;
import org.kontor.domain.policy.PortalPolicy.Registration;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.web.client.Doors;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Visit;

/** Who followed the link of the registration says who it is, and is in. */
@Named
@RequestScoped
public class JoinPage {

  /** What a refusal names, and where that stands in the form. */
  private static final Map<String, String> FIELDS =
      Map.of(
          "name", "name",
          "vatId", "vatId",
          "address.line", "line",
          "address.city", "city",
          "address.postCode", "postCode",
          "address.subdivision", "subdivision",
          "address.country", "country",
          "mainAdministrator.name", "person",
          "password", "password");

  @Inject private Registrations registrations;
  @Inject private Visit visit;
  @Inject private Feedback feedback;
  @Inject private HttpServletRequest request;

  private String token;
  private String name;
  private String vatId;
  private String line;
  private String city;
  private String postCode;
  private String subdivision;
  private String country;
  private String person;
  private String password = "";

  /** Documents to be agreed to, in the versions that are in force. */
  public List<Document> getDocuments() {
    Registration offered = visit.getPortal().look().registration();
    return offered == null ? List.of() : offered.documents();
  }

  /** What the page shows of them, for the form to carry along. */
  public String getShown() {
    return getDocuments().stream()
        .map(document -> document.kind() + " " + document.version())
        .collect(Collectors.joining(","));
  }

  /**
   * Whether the address is asked for now. Where nothing is billed yet, it comes later, on the page
   * of the company's data.
   */
  public boolean isAddressed() {
    Registration offered = visit.getPortal().look().registration();
    return offered != null && offered.bills();
  }

  /** In the link as in the form: what is shown depends on it from the first phase on. */
  @PostConstruct
  void read() {
    token = request.getParameter("token");
    country = visit.getPortal().address().country();
  }

  /** Null when the link does not work any more. */
  public Asked getAsked() {
    return registrations.find(visit.getPortal().vendor(), token).orElse(null);
  }

  public void join() {
    if (!getShown().equals(request.getParameter("shown"))) {
      feedback.fault(null, "account.agreement.newer");
      return;
    }
    try {
      feedback.signedIn(
          registrations.join(
              visit.getPortal().vendor(),
              token,
              new NewAccount(
                  name,
                  "",
                  vatId,
                  new Address(line, city, postCode, subdivision, country),
                  person,
                  password,
                  getDocuments(),
                  visit.getLanguage().code()),
              visit.origin()),
          Doors.inside(null));
    } catch (Refused e) {
      refuse(e);
    }
  }

  private void refuse(Refused e) {
    String field = FIELDS.get(e.problem().field());
    ProblemCode code = e.problem().code();
    if (field == null || code == ProblemCode.WEAK_PASSWORD) {
      feedback.refusal(field == null ? null : "form:" + field, e);
    } else if (code == ProblemCode.ALREADY_EXISTS) {
      feedback.fault("form:" + field, "identity.join.known");
    } else {
      feedback.fault("form:" + field, "identity.join.wrong." + field);
    }
  }

  public String getToken() {
    return token;
  }

  public String getName() {
    return name;
  }

  public void setName(String name) {
    this.name = name;
  }

  public String getVatId() {
    return vatId;
  }

  public void setVatId(String vatId) {
    this.vatId = vatId;
  }

  public String getLine() {
    return line;
  }

  public void setLine(String line) {
    this.line = line;
  }

  public String getCity() {
    return city;
  }

  public void setCity(String city) {
    this.city = city;
  }

  public String getPostCode() {
    return postCode;
  }

  public void setPostCode(String postCode) {
    this.postCode = postCode;
  }

  public String getSubdivision() {
    return subdivision;
  }

  public void setSubdivision(String subdivision) {
    this.subdivision = subdivision;
  }

  public String getCountry() {
    return country;
  }

  public void setCountry(String country) {
    this.country = country;
  }

  public String getPerson() {
    return person;
  }

  public void setPerson(String person) {
    this.person = person;
  }

  public String getPassword() {
    return password;
  }

  public void setPassword(String password) {
    this.password = password;
  }
}
