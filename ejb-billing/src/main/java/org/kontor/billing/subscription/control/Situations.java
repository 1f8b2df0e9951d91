package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.billing.subscription.entity.LimitOverride;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.change.Situation;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.Terms;

/** Gathers all that a decision about a change looks at, for one subscription or a chunk. */
@ApplicationScoped
public class Situations {

  private final SubscriptionStore store;
  private final Snapshots snapshots;
  private final UsageLevels levels;
  private final Tenants tenants;

  @Inject
  public Situations(
      SubscriptionStore store, Snapshots snapshots, UsageLevels levels, Tenants tenants) {
    this.store = store;
    this.snapshots = snapshots;
    this.levels = levels;
    this.tenants = tenants;
  }

  /** For the container's proxy. */
  protected Situations() {
    this(null, null, null, null);
  }

  /** The situation of one; UNKNOWN_PLAN when the policy in force has no longer its plan. */
  public Situation of(Subscription subscription, PolicyPack pack, LocalDate today) {
    Situation found = load(List.of(subscription), pack, today).get(subscription.getId());
    if (found == null) {
      throw Problem.of(
              ProblemCode.UNKNOWN_PLAN,
              "",
              "Plan " + subscription.getPlanCode() + " is not in " + pack.id(),
              "Import a policy version that has this plan.")
          .asException();
    }
    return found;
  }

  /** By subscription id; one whose plan is not in the pack is left out. */
  public Map<Long, Situation> load(
      List<Subscription> subscriptions, PolicyPack pack, LocalDate date) {
    store.flush();
    long[] ids = subscriptions.stream().mapToLong(Subscription::getId).toArray();
    Map<Long, SubscriptionSnapshot> snapshotOf = new HashMap<>();
    snapshots.load(ids, date).forEach(snapshot -> snapshotOf.put(snapshot.id(), snapshot));
    Map<Long, ChangeRequest> waiting = new HashMap<>();
    store.waiting(ids).forEach(change -> waiting.put(change.getSubscriptionId(), request(change)));
    Map<Long, Map<String, Long>> overrides = new HashMap<>();
    for (LimitOverride override : store.overrides(ids)) {
      overrides
          .computeIfAbsent(override.getSubscriptionId(), id -> new HashMap<>())
          .put(override.getLimitCode(), override.getAllowed());
    }
    Map<Long, Map<String, Long>> usage = levels.load(subscriptions, pack, date);
    Map<Long, Tenant> tenantOf =
        tenants.load(subscriptions.stream().mapToLong(Subscription::getCustomerId).toArray());
    Map<Long, Situation> result = new HashMap<>();
    for (Subscription subscription : subscriptions) {
      long id = subscription.getId();
      Plan plan = pack.plan(subscription.getPlanCode()).orElse(null);
      if (plan != null) {
        result.put(
            id,
            new Situation(
                subscription.getState(),
                subscription.getEndsOn() != null || subscription.isLockedTrial(),
                subscription.getChargedThrough(),
                tenantOf.get(subscription.getCustomerId()).deployment(),
                Terms.of(plan, snapshotOf.get(id), date),
                waiting.getOrDefault(id, Situation.NOTHING_WAITS),
                usage.getOrDefault(id, Map.of()),
                overrides.getOrDefault(id, Map.of())));
      }
    }
    return result;
  }

  private static ChangeRequest request(PlanChange change) {
    return new ChangeRequest(change.getPlanCode(), Quantities.read(change.getComponents()));
  }
}
