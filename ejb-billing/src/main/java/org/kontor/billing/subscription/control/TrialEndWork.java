package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
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

/** The days of trials: notices, the lock where there is one, and the deletion (S1.2, S1.6). */
@ApplicationScoped
public class TrialEndWork implements ChunkWork {

  @Inject private SubscriptionStore store;
  @Inject private Erasure erasure;
  @Inject private TrialNotices notices;
  @Inject private Outbox outbox;

  @Override
  public RunKind kind() {
    return RunKind.TRIAL_END;
  }

  /** All trials that have begun: each day may be one of its notices. */
  @Override
  public String workList() {
    return "s.vendor_code = ? and s.state = 'TRIAL' and s.started_on <= ?";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    int done = 0;
    for (Subscription trial : store.chunk(ids)) {
      if (trial.getState() == State.TRIAL && step(run, trial)) {
        done++;
      }
    }
    store.flush();
    return new ChunkResult(done, 0, 0, List.of());
  }

  private boolean step(RunContext run, Subscription trial) {
    TrialTimeline timeline = new TrialTimeline(trial.getTrialLastDay(), run.pack().trial());
    TrialStep step = timeline.on(run.date(), trial.isLockedTrial());
    if (step instanceof TrialStep.Nothing) {
      return false;
    }
    if (run.dry()) {
      return true;
    }
    if (step instanceof TrialStep.Warn warn) {
      notices.ending(trial, warn, run.date());
    } else if (step instanceof TrialStep.Lock lock) {
      trial.lock(run.date());
      tell(run, trial, "trial.locked", Map.of("deletedOn", lock.deletedOn()));
    } else {
      delete(run, trial);
    }
    return true;
  }

  private void delete(RunContext run, Subscription trial) {
    trial.delete();
    store.componentsInForce(trial.getId()).forEach(component -> component.endBefore(run.date()));
    erasure.erase(trial);
    tell(run, trial, "trial.deleted", Map.of("lastDay", trial.getTrialLastDay()));
  }

  private void tell(RunContext run, Subscription trial, String topic, Map<String, Object> detail) {
    Map<String, Object> payload = new HashMap<>(detail);
    payload.put("subscriptionId", trial.getId());
    outbox.add(
        topic,
        Long.toString(trial.getId()),
        trial.getVendorCode(),
        trial.getCustomerId(),
        payload,
        run.date());
  }
}
