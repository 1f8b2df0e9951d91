package org.kontor.crm.identity.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Map;
import org.kontor.crm.platform.boundary.Audit;

/** Leaves in the audit that a customer's data was taken out by somebody of its own (S17). */
@ApplicationScoped
public class TakenOut {

  private final Audit audit;

  @Inject
  public TakenOut(Audit audit) {
    this.audit = audit;
  }

  /** For the container's proxy. */
  protected TakenOut() {
    this(null);
  }

  /**
   * @param what name of the list; {@code everything} for all there is
   * @param form of the file, for example {@code csv}
   */
  @Transactional
  public void record(Visitor visitor, String what, String form) {
    audit.record(
        "data.exported",
        "customer/" + visitor.customerId(),
        Map.of("what", what, "form", form, "person", visitor.personId()));
  }
}
