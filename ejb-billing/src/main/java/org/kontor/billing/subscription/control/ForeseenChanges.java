package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.bulk.control.WaitingChanges;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.Changes;
import org.kontor.domain.change.Situation;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.Cancellation;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/**
 * What {@link ChangesWork} will have done by a dry run's day, by the same decision on the same day:
 * changes that pass their second check (S1.17), and the end of cancelled subscriptions (S1.36).
 * Trials are billed by no run, whatever becomes of them (S1.3).
 */
@ApplicationScoped
public class ForeseenChanges implements WaitingChanges {

  private final SubscriptionStore store;
  private final Situations situations;
  private final PolicyBook policies;

  @Inject
  public ForeseenChanges(SubscriptionStore store, Situations situations, PolicyBook policies) {
    this.store = store;
    this.situations = situations;
    this.policies = policies;
  }

  /** For the container's proxy. */
  protected ForeseenChanges() {
    this(null, null, null);
  }

  @Override
  public List<SubscriptionSnapshot> foreseen(
      RunContext run, List<SubscriptionSnapshot> subscriptions) {
    if (!run.dry() || subscriptions.isEmpty()) {
      return subscriptions;
    }
    Map<Long, Taken> taken = taken(run, subscriptions);
    List<SubscriptionSnapshot> foreseen = new ArrayList<>(subscriptions.size());
    for (SubscriptionSnapshot now : subscriptions) {
      Taken change = taken.get(now.id());
      SubscriptionSnapshot then = change == null ? now : now.under(change.what.after(), change.on);
      boolean over = Cancellation.isOver(then.state(), then.endsOn(), run.date());
      foreseen.add(over ? then.ended() : then);
    }
    return foreseen;
  }

  /** The waiting changes that will be accepted, by subscription. */
  private Map<Long, Taken> taken(RunContext run, List<SubscriptionSnapshot> subscriptions) {
    Map<LocalDate, List<Long>> due = new TreeMap<>();
    long[] ids = subscriptions.stream().mapToLong(SubscriptionSnapshot::id).toArray();
    for (PlanChange change : store.waiting(ids)) {
      if (!change.getEffectiveOn().isAfter(run.date())) {
        due.computeIfAbsent(change.getEffectiveOn(), day -> new ArrayList<>())
            .add(change.getSubscriptionId());
      }
    }
    Map<Long, Taken> taken = new HashMap<>();
    due.forEach(
        (day, changing) -> {
          PolicyPack pack = policies.inForce(run.pack().code(), day);
          Changes changes = new Changes(pack);
          Map<Long, Situation> situationOf = situations.load(store.byIds(changing), pack, day);
          situationOf.forEach(
              (id, situation) -> {
                if (changes.apply(situation, day) instanceof Accepted accepted) {
                  taken.put(id, new Taken(day, accepted));
                }
              });
        });
    return taken;
  }

  private record Taken(LocalDate on, Accepted what) {}
}
