package org.kontor.domain.change;

import java.time.LocalDate;
import java.util.Map;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;

/**
 * All that a decision about a change looks at.
 *
 * @param ending cancelled, with its last day already set
 * @param chargedThrough last day already billed, or null
 * @param deployment where the tenant runs (S1.19)
 * @param terms in force today
 * @param waiting what is to happen on the next effective date; empty when nothing waits
 * @param usage present use by limit code (S1.14)
 * @param overrides limits agreed with this tenant (S1.18)
 */
public record Situation(
    State state,
    boolean ending,
    LocalDate chargedThrough,
    Deployment deployment,
    Terms terms,
    ChangeRequest waiting,
    Map<String, Long> usage,
    Map<String, Long> overrides) {

  public static final ChangeRequest NOTHING_WAITS = new ChangeRequest(null, Map.of());

  public Situation {
    usage = Map.copyOf(usage);
    overrides = Map.copyOf(overrides);
  }
}
