package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.change.ChangeDecision;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangeDecision.Refused;
import org.kontor.domain.change.ChangeDecision.WrongState;
import org.kontor.domain.change.ChangeState;
import org.kontor.domain.change.Changes;
import org.kontor.domain.change.Situation;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.Cancellation;

/**
 * What waited for this day: changes, checked a second time (S1.17), and the end of cancelled
 * subscriptions (S1.36). It runs before the invoices of the day.
 */
@ApplicationScoped
public class ChangesWork implements ChunkWork {

  @Inject private SubscriptionStore store;
  @Inject private Situations situations;
  @Inject private ChangeSteps steps;
  @Inject private Outbox outbox;

  @Override
  public RunKind kind() {
    return RunKind.CHANGES;
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and exists (select 1 from (select ?::date as day) due where"
        + " (s.ends_on < due.day and s.state in ('ACTIVE', 'STOPPED')) or s.id in"
        + " (select c.subscription_id from plan_change c"
        + " where c.state = 'WAITING' and c.effective_on <= due.day))";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    List<Subscription> chunk = store.chunk(ids);
    Map<Long, Situation> situationOf = situations.load(chunk, run.pack(), run.date());
    Map<Long, PlanChange> waiting = new HashMap<>();
    store.waiting(ids).forEach(change -> waiting.put(change.getSubscriptionId(), change));
    List<Parked> parked = new ArrayList<>();
    int done = 0;
    for (Subscription subscription : chunk) {
      PlanChange change = waiting.get(subscription.getId());
      if (over(subscription, run.date())) {
        done++;
        end(run, subscription);
      } else if (change != null && !change.getEffectiveOn().isAfter(run.date())) {
        Situation situation = situationOf.get(subscription.getId());
        if (situation == null) {
          parked.add(unknownPlan(run, subscription));
        } else {
          done++;
          apply(run, subscription, change, situation);
        }
      }
    }
    store.flush();
    return new ChunkResult(done, 0, 0, parked);
  }

  private static boolean over(Subscription subscription, LocalDate date) {
    return Cancellation.isOver(subscription.getState(), subscription.getEndsOn(), date);
  }

  private void end(RunContext run, Subscription subscription) {
    if (run.dry()) {
      return;
    }
    steps.lapse(subscription.getId(), "the subscription has ended");
    subscription.end();
    tell(run, subscription, "subscription.ended", subscription.getId());
  }

  private void apply(
      RunContext run, Subscription subscription, PlanChange change, Situation situation) {
    ChangeDecision decision = new Changes(run.pack()).apply(situation, run.date());
    if (run.dry()) {
      return;
    }
    if (decision instanceof Accepted accepted) {
      steps.enforce(subscription, accepted.after(), run.date());
      store.touch(subscription);
      change.becomes(ChangeState.APPLIED, "");
      tell(run, subscription, "change.applied", change.getId());
    } else if (decision instanceof WrongState state) {
      change.becomes(ChangeState.LAPSED, "the subscription is " + state.state());
    } else {
      refuse(run, subscription, change, (Refused) decision);
    }
  }

  /** S1.17: the downgrade is not applied, staff and customer are told. */
  private void refuse(
      RunContext run, Subscription subscription, PlanChange change, Refused refused) {
    Problem problem = Refusals.problem(refused);
    String reason =
        refused instanceof LimitsNotMet limits
            ? Quantities.writeUnmet(limits.unmet())
            : problem.detail();
    change.becomes(ChangeState.REFUSED, reason);
    for (String audience : List.of("staff", "customer")) {
      Map<String, Object> payload = new HashMap<>(problem.data());
      payload.put("audience", audience);
      payload.put("code", problem.code());
      payload.put("detail", problem.detail());
      payload.put("mend", problem.mend());
      payload.put("changeId", change.getId());
      outbox.add(
          "change.refused",
          change.getId() + ":" + audience,
          subscription.getVendorCode(),
          subscription.getCustomerId(),
          payload,
          run.date());
    }
  }

  private void tell(RunContext run, Subscription subscription, String topic, long key) {
    outbox.add(
        topic,
        Long.toString(key),
        subscription.getVendorCode(),
        subscription.getCustomerId(),
        Map.of("subscriptionId", subscription.getId()),
        run.date());
  }

  private static Parked unknownPlan(RunContext run, Subscription subscription) {
    return new Parked(
        subscription.getCustomerId(),
        subscription.getId(),
        ProblemCode.UNKNOWN_PLAN.name(),
        "plan " + subscription.getPlanCode() + " is not in " + run.pack().id());
  }
}
