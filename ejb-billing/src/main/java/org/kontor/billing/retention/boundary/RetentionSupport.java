package org.kontor.billing.retention.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.retention.control.Account;
import org.kontor.billing.retention.control.Accounts;
import org.kontor.billing.retention.control.CaseEvents;
import org.kontor.billing.retention.control.CaseRefusals;
import org.kontor.billing.retention.control.CaseRow;
import org.kontor.billing.retention.control.CaseStarts;
import org.kontor.billing.retention.control.CaseStore;
import org.kontor.billing.retention.control.CaseViews;
import org.kontor.billing.retention.control.Holds;
import org.kontor.billing.retention.control.RestoreNeeds;
import org.kontor.billing.retention.control.TenantRows;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.customer.Check;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.EndedBy;
import org.kontor.domain.retention.Restoration;

/** What only staff do: bring back what was deleted, hold, and let deletions through. */
@Stateless
public class RetentionSupport {

  @Inject private CaseStore store;
  @Inject private CaseViews views;
  @Inject private CaseStarts starts;
  @Inject private CaseEvents events;
  @Inject private Accounts accounts;
  @Inject private TenantRows rows;
  @Inject private RestoreNeeds needs;
  @Inject private Holds holds;
  @Inject private SubscriptionStore subscriptions;
  @Inject private Ledger ledger;
  @Inject private Caller caller;
  @Inject private Audit audit;

  /**
   * Brings an account back with all it had (S3.42, S3.45).
   *
   * @throws org.kontor.domain.problem.Refused WRONG_STATE, RESTORE_TOO_LATE, BALANCE_TOO_LOW with
   *     what is missing
   */
  public CaseView restore(long id, CaseRequest asked) {
    String reason = Check.text("reason", asked.reason(), 1, 500);
    CaseRow seen = visible(id);
    Subscription subscription = subscriptions.forChange(seen.subscriptionId(), null);
    ledger.lock(seen.customerId());
    CaseRow row = store.lock(id).orElseThrow();
    if (row.state() == CaseState.PURGED) {
      throw CaseRefusals.tooLate();
    }
    if (row.state() != CaseState.DELETED) {
      throw CaseRefusals.wrongState(row, "restored", "Only what was deleted can be restored.");
    }
    PolicyPack pack = starts.pack(row.vendorCode());
    LocalDate today = starts.today(row.vendorCode());
    Account account = accounts.load(today, row.subscriptionId()).get(row.subscriptionId());
    if (!Restoration.inTime(today, row.purgeOn()) && !account.facts().held()) {
      throw CaseRefusals.tooLate();
    }
    Inactivity policy = needs.policy(row.kind(), pack);
    Money missing = needs.missing(row.kind(), pack, account);
    if (missing.isPositive()) {
      throw CaseRefusals.balanceTooLow(missing);
    }
    subscription.revive(
        today,
        Restoration.chargedThrough(policy, account.timing(), account.chargedThrough(), today));
    subscriptions.flush();
    rows.bringBack(row);
    store.restored(id, today, Restoration.quietUntil(policy, today));
    events.happened(row, "restored", Map.of("reason", reason), today);
    return views.full(visible(id));
  }

  /**
   * A second person lets one deletion through.
   *
   * @throws org.kontor.domain.problem.Refused SECOND_PERSON_NEEDED, WRONG_STATE
   */
  public CaseView approve(long id) {
    visible(id);
    CaseRow row = store.lock(id).orElseThrow();
    if (row.state() != CaseState.DUE || row.approvedBy() != null) {
      throw CaseRefusals.wrongState(row, "approved", "Only what waits for it can be approved.");
    }
    approved(row);
    return views.full(visible(id));
  }

  /**
   * A second person lets all waiting deletions of a vendor through, having seen how many there are.
   *
   * @throws org.kontor.domain.problem.Refused CONCURRENT_CHANGE when there are more or fewer,
   *     SECOND_PERSON_NEEDED when one of them was begun by the same key
   */
  public BatchApproval.Approved approveAll(BatchApproval asked) {
    if (asked.vendor() == null) {
      throw Check.missing("vendor");
    }
    if (asked.cases() == null) {
      throw Check.missing("cases");
    }
    caller.mustSee(asked.vendor(), "vendor");
    List<CaseRow> waiting = store.unapproved(asked.vendor());
    if (waiting.size() != asked.cases()) {
      throw new Problem(
              ProblemCode.CONCURRENT_CHANGE,
              "cases",
              waiting.size() + " deletions wait, not " + asked.cases(),
              "Look at GET /retention/cases?state=DUE again, and send the number of today.",
              Map.of("waiting", waiting.size()))
          .asException();
    }
    waiting.forEach(this::approved);
    return new BatchApproval.Approved(asked.vendor(), waiting.size());
  }

  private void approved(CaseRow row) {
    if (row.startedBy().equals(caller.actor())) {
      throw CaseRefusals.secondPerson();
    }
    store.approved(row.id(), caller.actor());
    events.audited(row, "approved", Map.of());
  }

  /** Keeps a subscription's data; a running case ends with it, and none begins. */
  public HoldView hold(long subscriptionId, CaseRequest asked) {
    String reason = Check.text("reason", asked.reason(), 1, 500);
    Subscription subscription = subscriptions.forChange(subscriptionId, null);
    HoldView hold = holds.place(subscription, reason);
    CaseRow running = store.running(subscriptionId).get(subscriptionId);
    if (running != null && running.state().open()) {
      LocalDate today = starts.today(running.vendorCode());
      store.ended(running.id(), EndedBy.HOLD, today, null);
      events.happened(running, "cancelled", Map.of("by", EndedBy.HOLD), today);
    }
    audit.record("retention.held", "subscription/" + subscriptionId, Map.of("reason", reason));
    return hold;
  }

  /** What was held is counted and announced anew. */
  public void lift(long subscriptionId) {
    subscriptions.forChange(subscriptionId, null);
    if (!holds.lift(subscriptionId)) {
      throw NotFound.of("hold");
    }
    audit.record("retention.hold-lifted", "subscription/" + subscriptionId, Map.of());
  }

  private CaseRow visible(long id) {
    CaseRow row = store.get(id).orElseThrow(() -> NotFound.of("retention case"));
    caller.mustSee(row.vendorCode(), "retention case");
    return row;
  }
}
