package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.billing.retention.control.CaseStore.Opening;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.TrialBegun;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.CaseState;
import org.kontor.domain.retention.CaseStep;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.EndedBy;
import org.kontor.domain.retention.Ending;
import org.kontor.domain.retention.Notice;
import org.kontor.domain.retention.Openings;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.TrialTimeline;
import org.kontor.domain.time.BusinessClock;

/**
 * What a night brings to accounts that end: cases are opened, notices are told, cases that do not
 * stand any more are ended, and what has come to its day waits for {@link DeletionWork}.
 */
@ApplicationScoped
public class LifeWork implements ChunkWork, TrialBegun {

  @Inject private Accounts accounts;
  @Inject private CaseStore store;
  @Inject private NoticeLog notices;
  @Inject private CaseEvents events;
  @Inject private Terminating terminating;
  @Inject private SubscriptionStore subscriptions;
  @Inject private BusinessClock clock;

  @Override
  public RunKind kind() {
    return RunKind.LIFE;
  }

  @Override
  public String workList() {
    throw new IllegalStateException("depends on the policy");
  }

  /** Whoever has a running case, or may be due for one by this policy. */
  @Override
  public String workList(PolicyPack pack) {
    return "s.vendor_code = ? and exists (select 1 from (select ?::date as day) due where"
        + " exists (select 1 from retention_case c where c.subscription_id = s.id"
        + " and c.state in ('ELIGIBLE', 'ANNOUNCED', 'DUE'))"
        + " or (s.state <> 'DELETED' and not exists (select 1 from retention_case c"
        + " where c.subscription_id = s.id and c.state = 'DELETED') and not exists"
        + " (select 1 from retention_hold h where h.subscription_id = s.id) and ("
        + candidates(pack)
        + ")))";
  }

  private static String candidates(PolicyPack pack) {
    RetentionPolicy policy = pack.retention();
    StringBuilder or = new StringBuilder("false");
    if (pack.trial().days() > 0) {
      TrialPolicy trial = pack.trial();
      int first = trial.warnDays().stream().mapToInt(Integer::intValue).max().orElse(0);
      int locked = trial.endAction() == TrialPolicy.EndAction.DELETE ? 0 : trial.lockDays();
      or.append(" or (s.state = 'TRIAL' and s.trial_last_day + ")
          .append(1 + locked - first)
          .append(" <= due.day)");
    }
    if (policy.afterStop() != null) {
      or.append(
          " or (s.state = 'STOPPED' and exists (select 1 from open_item o where"
              + " o.subscription_id = s.id and o.due_date < due.day))");
    }
    if (policy.afterCancellation() != null) {
      or.append(" or (s.state = 'ENDED' and s.ends_on < due.day)");
    }
    if (policy.inactivity() != null) {
      or.append(idle(policy.inactivity()));
    }
    return or.toString();
  }

  /** A first sieve; the domain decides. */
  private static String idle(Inactivity policy) {
    String joint = policy.all() ? " and " : " or ";
    return " or (s.state in ('ACTIVE', 'STOPPED') and (s.started_on < due.day - "
        + policy.olderThanDays()
        + joint
        + "not exists (select 1 from subscription_login l where l.subscription_id = s.id and"
        + " l.last_at >= due.day - "
        + policy.withoutLoginDays()
        + " + interval '1 day')"
        + joint
        + "(select coalesce(sum(a.credit_minor - a.debit_minor), 0) from ledger_account a"
        + " where a.id in ("
        + AccountKind.WALLET.of("s.customer_id")
        + ", "
        + AccountKind.BONUS.of("s.customer_id")
        + ")) <= 0)"
        + " and not exists (select 1 from retention_case q where q.subscription_id = s.id"
        + " and q.quiet_until >= due.day))";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    Map<Long, Account> loaded = accounts.load(run.date(), ids);
    Map<Long, CaseRow> running = store.running(ids);
    Map<Long, List<Notice>> told = notices.of(running.values(), run.pack().zone());
    int done = 0;
    for (Account account : loaded.values()) {
      CaseRow row = running.get(account.subscriptionId());
      boolean changed =
          row == null
              ? opened(run, account)
              : row.state().open()
                  && stepped(run, row, account, told.getOrDefault(row.id(), List.of()));
      done += changed ? 1 : 0;
    }
    return new ChunkResult(done, 0, 0, List.of());
  }

  private boolean opened(RunContext run, Account account) {
    Optional<Countdown> countdown =
        Openings.of(run.pack(), account.facts(), account.dates(), run.date());
    if (countdown.isEmpty() || run.dry()) {
      return countdown.isPresent();
    }
    store
        .open(account, countdown.get(), Opening.byRun(run.recordedAt()))
        .ifPresent(row -> stepped(run, row, account, List.of()));
    return true;
  }

  private boolean stepped(RunContext run, CaseRow row, Account account, List<Notice> told) {
    LocalDate today = run.date();
    Ending ending = new Ending(row.kind(), run.pack().retention(), row.anyTime());
    Optional<EndedBy> ended = ending.ended(account.facts(), today);
    if (ended.isPresent()) {
      if (!run.dry()) {
        store.ended(row.id(), ended.get(), today, null);
        events.toldUnlessSilent(row, ended.get(), today);
      }
      return true;
    }
    CaseStep step = new CaseProgress(row.countdown(), told).on(today);
    CaseState state = row.state();
    if (step instanceof CaseStep.Tell) {
      state = CaseState.ANNOUNCED;
    } else if (step instanceof CaseStep.Delete) {
      state = ending.postponed(account.facts()) ? CaseState.ANNOUNCED : CaseState.DUE;
    } else if (state == CaseState.DUE) {
      state = CaseState.ANNOUNCED;
    }
    boolean changed = state != row.state() || !step.deletesOn().equals(row.deletesOn());
    if (run.dry()) {
      return changed || step instanceof CaseStep.Tell;
    }
    if (step instanceof CaseStep.Tell tell) {
      notices.tell(row, tell, today, run.pack().zone());
    }
    if (changed) {
      store.moved(row.id(), state, step.deletesOn());
      terminating.exportUntil(row, step.deletesOn(), run.pack().zone());
    }
    return changed || step instanceof CaseStep.Tell;
  }

  /** A trial that is shorter than its first notice is told on its first day (S1.6). */
  @Override
  public void begun(Subscription trial, PolicyPack pack, LocalDate today) {
    TrialTimeline timeline = new TrialTimeline(trial.getTrialLastDay(), pack.trial());
    boolean toldToday = timeline.warnedOn().stream().anyMatch(day -> !day.isAfter(today));
    if (toldToday) {
      subscriptions.flush();
      Account account = accounts.load(today, trial.getId()).get(trial.getId());
      opened(new RunContext(0, today, pack, clock.now(), false), account);
    }
  }
}
