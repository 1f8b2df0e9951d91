package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.TrialStep;
import org.kontor.domain.subscription.TrialTimeline;

/**
 * The lock of trials that are over, where the policy has one (S1.2). Their notices and their
 * deletion are told and done like any other end, by the feature retention.
 */
@ApplicationScoped
public class TrialEndWork implements ChunkWork {

  @Inject private SubscriptionStore store;
  @Inject private Outbox outbox;

  @Override
  public RunKind kind() {
    return RunKind.TRIAL_END;
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.state = 'TRIAL' and s.trial_last_day < ?"
        + " and s.stopped_on is null";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    int done = 0;
    for (Subscription trial : store.chunk(ids)) {
      TrialTimeline timeline = new TrialTimeline(trial.getTrialLastDay(), run.pack().trial());
      boolean over = trial.getState() == State.TRIAL && !trial.isLockedTrial();
      if (over && timeline.on(run.date(), false) instanceof TrialStep.Lock lock) {
        done++;
        lock(run, trial, lock);
      }
    }
    store.flush();
    return new ChunkResult(done, 0, 0, List.of());
  }

  private void lock(RunContext run, Subscription trial, TrialStep.Lock lock) {
    if (run.dry()) {
      return;
    }
    trial.lock(run.date());
    outbox.add(
        "trial.locked",
        Long.toString(trial.getId()),
        trial.getVendorCode(),
        trial.getCustomerId(),
        Map.of("subscriptionId", trial.getId(), "deletedOn", lock.deletedOn()),
        run.date());
  }
}
