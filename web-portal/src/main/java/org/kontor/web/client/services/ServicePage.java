package org.kontor.web.client.services;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.selfservice.boundary.OwnChanges;
import org.kontor.billing.selfservice.boundary.OwnService;
import org.kontor.billing.subscription.boundary.ChangeView;
import org.kontor.web.client.ClientPage;
import org.kontor.web.client.Rights;
import org.kontor.web.client.Visit;

/** One service: its plan beside the others, its options, and a change that waits. */
@Named
@RequestScoped
public class ServicePage {

  @Inject private AskedService asked;
  @Inject private Visit visit;
  @Inject private Rights rights;
  @Inject private OwnChanges changes;

  public OwnService getOwn() {
    return asked.get();
  }

  /** Whether the visitor changes anything here, and the policy leaves it to customers. */
  public boolean isChangeable() {
    return rights.acts(ClientPage.SERVICE) && getOwn().changeable();
  }

  /** Undoes what waits; undone twice it was undone once. */
  public String undo() {
    ChangeView waiting = getOwn().subscription().waiting();
    return asked.once(
        "undone",
        service -> service.subscription().waiting() == null,
        () -> changes.withdraw(visit.customerId(), asked.id(), waiting.id()));
  }
}
