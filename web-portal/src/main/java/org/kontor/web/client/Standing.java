package org.kontor.web.client;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.access.boundary.AccessStanding;
import org.kontor.billing.access.boundary.AccessStanding.Reach;
import org.kontor.billing.access.boundary.AccessStandings;
import org.kontor.crm.identity.boundary.Visitor;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/** The access decision for whoever is signed in: asked once in a request, by all that need it. */
@RequestScoped
@Named
public class Standing {

  private static final Logger LOG = Logger.getLogger(Standing.class.getName());
  private static final AccessStanding NONE =
      new AccessStanding(List.of(), null, null, AccessPolicy.NONE.payers());

  @Inject private Visit visit;
  @Inject private AccessStandings standings;

  private AccessStanding now;

  /** Never null; of strangers and of people without a customer an empty one. */
  public AccessStanding now() {
    if (now == null) {
      now = read();
    }
    return now;
  }

  public Reach reach() {
    return now().reach();
  }

  /** The decision on one subscription; null when it lives no more. */
  public AccessAnswer of(long subscriptionId) {
    return now().answers().stream()
        .filter(answer -> answer.subscriptionId() == subscriptionId)
        .findFirst()
        .orElse(null);
  }

  private AccessStanding read() {
    Visitor visitor = visit.getVisitor();
    if (visitor == null || visitor.role() == null) {
      return NONE;
    }
    try {
      return standings.of(
          visitor.vendor(), visitor.customerId(), visitor.personId(), visitor.position());
    } catch (Refused refused) {
      if (refused.problem().code() != ProblemCode.CALENDAR_MISSING) {
        throw refused;
      }
      // Invoices can be read and paid also where nobody knows the days off
      LOG.log(Level.WARNING, refused, () -> "No decision for the client area");
      return NONE;
    }
  }
}
