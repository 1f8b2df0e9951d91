package org.kontor.web.client.people;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.crm.customer.boundary.HandoverView;
import org.kontor.crm.customer.boundary.Handovers;
import org.kontor.crm.customer.boundary.OwnPeople;
import org.kontor.crm.customer.boundary.PersonStanding;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.Visit;

/** The people of the customer, in the order in which they joined. */
@Named
@RequestScoped
public class PeoplePage {

  private static final int ROWS = 50;

  @Inject private Visit visit;
  @Inject private OwnPeople people;
  @Inject private Handovers handovers;

  private String after;
  private Page<PersonStanding> page;

  public Page<PersonStanding> getPage() {
    if (page == null) {
      page = people.page(visit.customerId(), after, ROWS);
    }
    return page;
  }

  /** Null when none waits. */
  public HandoverView getHandover() {
    return handovers.waiting(visit.customerId()).orElse(null);
  }

  public boolean isSelf(PersonStanding person) {
    return person.id() == visit.getVisitor().personId();
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
