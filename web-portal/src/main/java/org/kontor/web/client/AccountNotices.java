package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import org.kontor.crm.customer.boundary.HandoverView;
import org.kontor.crm.customer.boundary.Handovers;
import org.kontor.crm.identity.boundary.Sessions;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.crm.message.boundary.MessageArchive;
import org.kontor.crm.message.boundary.MessageArchive.BouncingAddress;
import org.kontor.domain.customer.Role;

/** What every page says of the account: for whom one acts, who waits for whom, mail that fails. */
@RequestScoped
@Named
public class AccountNotices {

  private static final String COMPANY = "/client/company";

  @Inject private Visit visit;
  @Inject private Rights rights;
  @Inject private Sessions sessions;
  @Inject private Handovers handovers;
  @Inject private MessageArchive archive;

  private HandoverView handover;
  private boolean handoverRead;
  private List<BouncingAddress> bouncing;

  /** The customers to whom the person belongs. */
  public List<Sessions.Membership> getCustomers() {
    return sessions.memberships(visit.getVisitor().personId());
  }

  /** A handover that the person is asked to confirm; null when there is none. */
  public HandoverView getHandover() {
    Visitor visitor = visit.getVisitor();
    if (!handoverRead && visitor.customerId() != 0 && visitor.role() != Role.MAIN_ADMINISTRATOR) {
      handover =
          handovers
              .waiting(visitor.customerId())
              .filter(waiting -> waiting.to() == visitor.personId())
              .orElse(null);
    }
    handoverRead = true;
    return handover;
  }

  /** The customer's own address where it refuses mail; null when it does not. */
  public String getBouncing() {
    return bouncing(BouncingAddress::own);
  }

  /** The further addresses for documents that refuse mail; null when none does. */
  public String getBouncingFurther() {
    return bouncing(address -> !address.own());
  }

  private String bouncing(Predicate<BouncingAddress> which) {
    if (bouncing == null) {
      bouncing =
          rights.may(ClientPage.PEOPLE) ? archive.bouncingAddresses(visit.customerId()) : List.of();
    }
    List<String> found = bouncing.stream().filter(which).map(BouncingAddress::address).toList();
    return found.isEmpty() ? null : String.join(", ", found);
  }

  /** The page on which that address is changed; null where the visitor has none. */
  public String getCompanyPage() {
    Optional<ClientPage> page = ClientPage.at(COMPANY).filter(rights::acts);
    return page.isPresent() ? COMPANY : null;
  }
}
