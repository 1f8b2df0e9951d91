package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.Notice;
import org.kontor.domain.run.RunKind;

/**
 * Deletes what is due and purges what can be restored no longer, a few in each transaction: one
 * that is killed leaves each tenant whole or gone. More than the policy's number at once wait for a
 * second person.
 */
@ApplicationScoped
public class DeletionWork implements ChunkWork {

  /**
   * Of which no more than so many are due at once. One that was approved counts on after its
   * deletion for those that waited beside it: approving one by one does not let the others through.
   */
  private static final String WITHIN =
      "select w.id from (select c.subscription_id as id, c.state,"
          + " count(*) filter (where c.state = 'DUE') over (partition by c.vendor_code)"
          + " + count(*) filter (where c.state <> 'DUE') over (partition by c.vendor_code order by"
          + " case c.state when 'DUE' then c.deletes_on"
          + " else coalesce(c.deleted_on, c.ended_on) end desc) as together"
          + " from retention_case c where c.state = 'DUE'"
          + " or (c.approved_by is not null and c.state in ('DELETED', 'PURGED'))) w"
          + " where w.state = 'DUE' and w.together <= ";

  @Inject private Accounts accounts;
  @Inject private CaseStore store;
  @Inject private NoticeLog notices;
  @Inject private SubscriptionStore subscriptions;
  @Inject private Deletion deletion;
  @Inject private Ledger ledger;
  @Inject private Erasures erasures;

  @Override
  public RunKind kind() {
    return RunKind.DELETION;
  }

  @Override
  public String workList() {
    throw new IllegalStateException("depends on the policy");
  }

  @Override
  public String workList(PolicyPack pack) {
    return "s.vendor_code = ? and exists (select 1 from (select ?::date as day) due where"
        + " (s.stands = 'DELETED' and s.due_on <= due.day and not exists (select 1 from"
        + " retention_hold h where h.subscription_id = s.id))"
        + " or (s.stands = 'ERASURE' and s.due_on <= due.day)"
        + " or (s.stands = 'LEFT' and not "
        + Erasures.lives("s.customer_id", pack)
        + ")"
        + " or (s.stands = 'DUE' and (s.approved or s.id in ("
        + WITHIN
        + pack.retention().deletions().approvalAbove()
        + "))))";
  }

  @Override
  public String source() {
    return "deletion_candidate";
  }

  @Override
  public int mostAtOnce(PolicyPack pack) {
    return pack.retention().deletions().batch();
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    if (run.dry()) {
      return new ChunkResult(ids.length, 0, 0, List.of());
    }
    // Locked first, and read after: a payment or a hold that came before is seen, one that comes
    // later finds the account gone
    List<Subscription> locked = subscriptions.chunk(ids);
    ledger.lock(locked.stream().mapToLong(Subscription::getCustomerId).sorted().toArray());
    Map<Long, CaseRow> running = store.running(ids);
    Map<Long, Account> loaded = accounts.load(run.date(), ids);
    Map<Long, List<Notice>> told = notices.of(running.values(), run.pack().zone());
    int done = 0;
    for (Subscription subscription : locked) {
      CaseRow row = running.get(subscription.getId());
      Account account = loaded.get(subscription.getId());
      if (row != null && row.state() == CaseState.DELETED && !account.facts().held()) {
        deletion.purge(run, row, subscription);
        done++;
      } else if (row != null && row.state() == CaseState.DUE) {
        done +=
            deletion.delete(run, row, subscription, account, told.getOrDefault(row.id(), List.of()))
                ? 1
                : 0;
      }
    }
    subscriptions.flush();
    List<Parked> parked = new ArrayList<>(0);
    done += erasures.erase(run, ids, parked);
    return new ChunkResult(done, 0, 0, parked);
  }
}
