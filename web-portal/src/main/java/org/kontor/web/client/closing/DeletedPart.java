package org.kontor.web.client.closing;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.billing.selfservice.boundary.DeletedService;
import org.kontor.billing.selfservice.boundary.DeletedServices;
import org.kontor.web.client.Visit;

/** What was deleted: a part of every page on which somebody could expect it to be still there. */
@Named
@RequestScoped
public class DeletedPart {

  @Inject private Visit visit;
  @Inject private DeletedServices deleted;

  private List<DeletedService> all;

  /** What can be restored first. */
  public List<DeletedService> getAll() {
    if (all == null) {
      all = deleted.of(visit.customerId(), visit.getLanguage().code());
    }
    return all;
  }

  /** Without what is gone. */
  public List<DeletedService> getRestorable() {
    return getAll().stream().filter(DeletedService::isRestorable).toList();
  }
}
