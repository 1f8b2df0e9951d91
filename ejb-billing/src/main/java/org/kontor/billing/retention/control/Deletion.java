package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.billing.access.control.AccessCases;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.subscription.control.ChangeSteps;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.CaseStep;
import org.kontor.domain.retention.EndedBy;
import org.kontor.domain.retention.Ending;
import org.kontor.domain.retention.Notice;

/** Closes and deletes one account, or purges it, within the caller's transaction. */
@ApplicationScoped
public class Deletion {

  @Inject private CaseStore store;
  @Inject private CaseEvents events;
  @Inject private Certificates certificates;
  @Inject private SubscriptionStore subscriptions;
  @Inject private ChangeSteps changes;
  @Inject private AccessCases access;
  @Inject private TenantRows rows;
  @Inject private Erasures erasures;

  /**
   * Everything is asked once more: whether the case still stands, and whether everybody was told.
   *
   * @param subscription locked
   * @return whether it was deleted
   */
  boolean delete(
      RunContext run, CaseRow row, Subscription subscription, Account account, List<Notice> told) {
    LocalDate today = run.date();
    Ending ending = new Ending(row.kind(), run.pack().retention(), row.anyTime());
    Optional<EndedBy> ended = ending.ended(account.facts(), today);
    if (ended.isPresent()) {
      store.ended(row.id(), ended.get(), today, null);
      events.happened(row, "cancelled", Map.of("by", ended.get()), today);
      return false;
    }
    CaseStep step = new CaseProgress(row.countdown(), told).on(today);
    if (!(step instanceof CaseStep.Delete) || ending.postponed(account.facts())) {
      store.moved(row.id(), CaseState.ANNOUNCED, step.deletesOn());
      return false;
    }
    finish(run, row, subscription, told);
    return true;
  }

  private void finish(RunContext run, CaseRow row, Subscription subscription, List<Notice> told) {
    LocalDate today = run.date();
    String was = subscription.getState().name();
    changes.lapse(subscription.getId(), "the account was deleted");
    access.close(subscription.getId(), "the account was deleted", run.recordedAt());
    boolean shared = rows.neededElsewhere(subscription, run.pack());
    boolean closed = row.countdown().closes() && !shared && rows.close(row.customerId());
    if (!row.countdown().erases()) {
      subscription.end();
      store.closed(row.id(), today, was, closed);
      events.happened(row, "closed", Map.of("closedCustomer", closed), today);
      return;
    }
    subscription.delete();
    subscriptions.flush();
    Map<String, Long> counts = rows.setAside(row, subscription, shared);
    LocalDate purgeOn = row.countdown().purgedOn(today);
    store.deleted(row.id(), today, purgeOn, was, closed);
    String hash = certificates.write(row, "DELETION", counts, told, today, run.recordedAt());
    Map<String, Object> detail = new TreeMap<>(Map.of("hash", hash, "closedCustomer", closed));
    detail.put("purgeOn", purgeOn);
    if (subscription.getTrialLastDay() != null) {
      detail.put("lastDay", subscription.getTrialLastDay());
    }
    events.happened(row, "deleted", detail, today);
    if (row.countdown().restoreDays() == 0) {
      purge(run, row, subscription);
    }
  }

  /** Nothing is left but documents, bookings, and the certificate (S3.43). */
  void purge(RunContext run, CaseRow row, Subscription subscription) {
    LocalDate today = run.date();
    subscriptions
        .componentsInForce(subscription.getId())
        .forEach(component -> component.endBefore(today));
    boolean shared =
        rows.neededElsewhere(subscription, run.pack()) || rows.restorableElsewhere(subscription);
    Map<String, Long> counts = rows.purge(row, subscription, shared);
    store.purged(row.id(), today);
    if (!shared) {
      erasures.expect(row, today);
    }
    String hash = certificates.write(row, "PURGE", counts, List.of(), today, run.recordedAt());
    if (row.countdown().restoreDays() > 0) {
      events.happened(row, "purged", Map.of("hash", hash), today);
    } else {
      // Whoever was just told of the deletion need not hear of it twice
      events.audited(row, "purged", Map.of("hash", hash));
    }
  }
}
