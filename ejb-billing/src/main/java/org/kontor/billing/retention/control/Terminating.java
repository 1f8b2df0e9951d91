package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import org.kontor.billing.subscription.control.ChangeSteps;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.Termination;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.EndedBy;
import org.kontor.domain.subscription.Cancellation;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** A customer who moves to another provider (STANDARDS D.9). */
@ApplicationScoped
public class Terminating {

  @Inject private SubscriptionStore subscriptions;
  @Inject private CaseStarts starts;
  @Inject private CaseStore store;
  @Inject private CaseEvents events;
  @Inject private ChangeSteps changes;
  @Inject private Sql sql;

  /** Takes the place of a stop's or an idle account's case, for it leaves more time. */
  public CaseRow begin(long subscriptionId, String reason) {
    Subscription subscription = subscriptions.forChange(subscriptionId, null);
    PolicyPack pack = starts.pack(subscription.getVendorCode());
    Termination policy = pack.retention().termination();
    if (policy == null) {
      throw CaseRefusals.noSuchPolicy("way to another provider", "retention.termination");
    }
    LocalDate today = starts.today(subscription.getVendorCode());
    CaseRow running = store.running(subscriptionId).get(subscriptionId);
    boolean replaceable =
        running != null && running.state().open() && running.serviceEnds() == null;
    if (replaceable) {
      store.ended(running.id(), EndedBy.REPLACED, today, null);
      events.audited(running, "cancelled", Map.of("by", EndedBy.REPLACED));
    }
    Account account = starts.mayBegin(subscriptionId, today);
    Countdown countdown = Countdown.termination(policy, today);
    LocalDate serviceEnds = Countdown.serviceEnds(policy, today);
    CaseRow row = starts.begin(account, countdown, reason, false, serviceEnds, today);
    State state = subscription.getState();
    if (state == State.ACTIVE || state == State.STOPPED) {
      remember(row, subscription);
      subscription.endOn(serviceEnds);
      changes.lapse(subscriptionId, "the subscription was terminated");
      subscriptions.flush();
    }
    exportUntil(row, row.deletesOn(), account.zone());
    return row;
  }

  /** An earlier cancellation, which the move outlives. */
  private void remember(CaseRow row, Subscription subscription) {
    if (subscription.getEndsOn() != null) {
      sql.update(
          "update retention_case set ends_before = ?, cancelled_before = ? where id = ?",
          subscription.getEndsOn(),
          subscription.getCancelledBy(),
          row.id());
    }
  }

  /**
   * The service goes on as if nothing had been asked, as long as it has not ended: one that was
   * cancelled before ends as it was cancelled, at the earliest today.
   */
  public void withdraw(CaseRow row) {
    Subscription subscription = subscriptions.forChange(row.subscriptionId(), null);
    if (subscription.getState() == State.ENDED) {
      throw CaseRefusals.wrongState(
          row, "withdrawn: the service has ended", "Begin a new subscription.");
    }
    LocalDate today = starts.today(row.vendorCode());
    Before before = before(row);
    LocalDate lastDay =
        before.lastDay() != null && before.lastDay().isBefore(today) ? today : before.lastDay();
    subscription.cancel(lastDay, before.by());
    subscriptions.flush();
    sql.update("delete from export_window where subscription_id = ?", row.subscriptionId());
  }

  private Before before(CaseRow row) {
    return sql.one(
            found -> {
              String by = found.getString(2);
              return new Before(
                  found.getObject(1, LocalDate.class),
                  by == null ? null : Cancellation.By.valueOf(by));
            },
            "select ends_before, cancelled_before from retention_case where id = ?",
            row.id())
        .orElseThrow();
  }

  /** A cancellation that there was before; nothing of it where there was none. */
  private record Before(LocalDate lastDay, Cancellation.By by) {}

  /**
   * Export works until the deletion, also for who is suspended; it moves with it. Nothing is said
   * of cases of another kind.
   */
  void exportUntil(CaseRow row, LocalDate deletesOn, ZoneId zone) {
    if (row.kind() != CaseKind.TERMINATION) {
      return;
    }
    sql.update(
        "insert into export_window (subscription_id, until_at, reason) values (?, ?, ?)"
            + " on conflict (subscription_id) do update set until_at = excluded.until_at,"
            + " reason = excluded.reason",
        row.subscriptionId(),
        deletesOn.atStartOfDay(zone).toInstant(),
        "retention-case/" + row.id());
  }
}
