package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.retention.control.CaseStore.Opening;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.CaseStep;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.Idleness;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.BusinessClock;

/** Cases that somebody begins, and their first notice. */
@ApplicationScoped
public class CaseStarts {

  @Inject private SubscriptionStore subscriptions;
  @Inject private Accounts accounts;
  @Inject private CaseStore store;
  @Inject private NoticeLog notices;
  @Inject private CaseEvents events;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;

  /** The vendor's local day. */
  public LocalDate today(String vendor) {
    return clock.today(policies.vendor(vendor).zone());
  }

  /** In force today. */
  public PolicyPack pack(String vendor) {
    return policies.inForce(vendor, today(vendor));
  }

  /** S3.34: the same conditions, unless the policy lets staff begin at any time. */
  public CaseRow byStaff(long subscriptionId, String reason) {
    Subscription subscription = subscriptions.forChange(subscriptionId, null);
    PolicyPack pack = pack(subscription.getVendorCode());
    Inactivity policy = pack.retention().inactivity();
    if (policy == null) {
      throw CaseRefusals.noSuchPolicy("deletion for inactivity", "retention.inactivity");
    }
    LocalDate today = today(subscription.getVendorCode());
    Account account = mayBegin(subscriptionId, today);
    Idleness idleness = new Idleness(policy);
    boolean living =
        account.facts().state() == State.ACTIVE || account.facts().state() == State.STOPPED;
    boolean may = living && idleness.announceable(account.facts(), today);
    if (!may && !(living && policy.staffAnyTime())) {
      throw CaseRefusals.conditionsNotMet(idleness.conditions(account.facts(), today));
    }
    return begin(account, Countdown.inactivity(policy, today), reason, !may, null, today);
  }

  /** The account, unless it is held or another case runs. */
  Account mayBegin(long subscriptionId, LocalDate today) {
    Account account = accounts.load(today, subscriptionId).get(subscriptionId);
    if (account.facts().held()) {
      throw CaseRefusals.held();
    }
    CaseRow running = store.running(subscriptionId).get(subscriptionId);
    if (running != null) {
      throw CaseRefusals.running(running);
    }
    return account;
  }

  /** Opens the case and tells what is to be told today. */
  CaseRow begin(
      Account account,
      Countdown countdown,
      String reason,
      boolean anyTime,
      LocalDate serviceEnds,
      LocalDate today) {
    Opening opening = new Opening(caller.actor(), reason, anyTime, serviceEnds, clock.now());
    CaseRow row = store.open(account, countdown, opening).orElseThrow();
    CaseStep step = new CaseProgress(countdown, List.of()).on(today);
    if (step instanceof CaseStep.Tell tell) {
      notices.tell(row, tell, today, account.zone());
      store.moved(row.id(), CaseState.ANNOUNCED, step.deletesOn());
    }
    events.audited(row, "started", Map.of("reason", reason));
    return store.get(row.id()).orElseThrow();
  }
}
