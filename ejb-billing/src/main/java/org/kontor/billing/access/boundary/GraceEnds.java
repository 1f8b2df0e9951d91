package org.kontor.billing.access.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.access.control.AfterGrace;
import org.kontor.billing.access.control.Graces;
import org.kontor.domain.run.DueMoments;

/**
 * Promised payments that were not kept (S2.32), holds of staff and notices of a transfer end, and
 * what they held back begins and is told, at their exact moment.
 */
@Stateless
public class GraceEnds implements DueMoments {

  /** Customers in one transaction; the next look finds the others. */
  private static final int MOST = 500;

  @Inject private Graces graces;
  @Inject private AfterGrace after;

  @Override
  public Optional<Instant> next(Instant upTo) {
    return graces.firstEnd(upTo);
  }

  @Override
  public void end(Instant upTo) {
    List<Long> subscriptions = graces.ended(upTo, MOST);
    if (!subscriptions.isEmpty()) {
      after.look(subscriptions.stream().mapToLong(Long::longValue).toArray(), upTo);
    }
  }
}
