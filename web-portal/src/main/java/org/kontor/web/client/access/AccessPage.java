package org.kontor.web.client.access;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.function.Predicate;
import org.kontor.crm.customer.boundary.People;
import org.kontor.crm.customer.boundary.PersonView;
import org.kontor.crm.identity.boundary.AskedAdministrators;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.web.client.ClientPage;
import org.kontor.web.client.Standing;
import org.kontor.web.client.Visit;

/** Why something is not open, who can help, and the way to ask. */
@Named
@RequestScoped
public class AccessPage {

  @Inject private Visit visit;
  @Inject private Standing standing;
  @Inject private People people;
  @Inject private AskedAdministrators administrators;

  private List<PersonView> all;
  private Boolean asked;

  /** The people of the customer who may pay here, the main administrator first. */
  public List<PersonView> getPayers() {
    return who(
        ClientPage.PAY, person -> standing.now().payers().contains(position(person).forMoney()));
  }

  /** The people of the customer who may give rights, the main administrator first. */
  public List<PersonView> getGivers() {
    return who(ClientPage.PERSON, person -> true);
  }

  private List<PersonView> who(ClientPage page, Predicate<PersonView> also) {
    if (visit.getVisitor().customerId() == 0) {
      return List.of();
    }
    if (all == null) {
      all = people.list(visit.customerId());
    }
    return all.stream()
        .filter(person -> page.rightOf(position(person)) == ClientPage.Right.ACTS)
        .filter(also)
        .sorted((one, other) -> one.role().compareTo(other.role()))
        .toList();
  }

  private static Position position(PersonView person) {
    return new Position(person.role(), person.rights());
  }

  public boolean isMain(PersonView person) {
    return person.role() == Role.MAIN_ADMINISTRATOR;
  }

  /** Whether there is somebody else to ask. */
  public boolean isAsking() {
    Role role = visit.getVisitor().role();
    return role != null && role != Role.MAIN_ADMINISTRATOR;
  }

  public boolean isAsked() {
    if (asked == null) {
      asked = administrators.hasAsked(visit.getVisitor());
    }
    return asked;
  }

  /** Mails the main administrator; the second time on a day nothing happens. */
  public String ask() {
    if (isAsking()) {
      administrators.ask(visit.getVisitor());
    }
    return "/client/access?faces-redirect=true";
  }
}
