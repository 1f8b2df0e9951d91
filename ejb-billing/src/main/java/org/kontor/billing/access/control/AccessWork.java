package org.kontor.billing.access.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.bulk.control.ChunkWork;
import org.kontor.billing.bulk.control.RunContext;
import org.kontor.crm.calendar.boundary.Calendars;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.access.AccessFacts;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.access.Debt;
import org.kontor.domain.access.Step;
import org.kontor.domain.ledger.AccountKind;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.WorkCalendar;

/**
 * The nightly evaluation. It looks only at subscriptions of which something may change, and writes
 * only what does: the decision itself needs no run. Who is looked at is locked as a payment locks
 * him, so that none is stopped whose payment is being booked.
 */
@ApplicationScoped
public class AccessWork implements ChunkWork {

  @Inject private AccessRows rows;
  @Inject private AccessChanges changes;
  @Inject private Calendars calendars;
  @Inject private Sql sql;

  @Override
  public RunKind kind() {
    return RunKind.ACCESS;
  }

  @Override
  public String source() {
    return "access_candidate";
  }

  @Override
  public String workList() {
    return "s.vendor_code = ? and s.quiet_through < ?";
  }

  @Override
  public ChunkResult process(RunContext run, long[] ids) {
    if (!run.dry()) {
      lock(ids);
    }
    WorkCalendar calendar = calendars.of(run.pack().seller().address().country());
    List<Parked> parked = new ArrayList<>(0);
    List<Change> found = new ArrayList<>(ids.length);
    for (AccessRow row : rows.chunk(ids)) {
      try {
        Change change = change(run, row, calendar);
        if (change != null) {
          found.add(change);
        }
      } catch (Refused refused) {
        parked.add(
            new Parked(
                row.customerId(),
                row.subscriptionId(),
                refused.problem().code().name(),
                refused.problem().detail()));
      }
    }
    if (!run.dry()) {
      changes.write(run, found);
    }
    return new ChunkResult(found.size(), 0, 0, parked);
  }

  /** Subscriptions first, then accounts: the order of charging and of payments. */
  private void lock(long[] ids) {
    List<Long> customers =
        sql.list(
            row -> row.getLong(1),
            "select customer_id from subscription where id = any(?) order by id"
                + " for no key update",
            (Object) ids);
    long[] accounts =
        customers.stream().mapToLong(AccountKind.WALLET::of).distinct().sorted().toArray();
    sql.list(
        row -> row.getLong(1),
        "select id from ledger_account where id = any(?) order by id for update",
        (Object) accounts);
  }

  /** What is to be written; null when nothing is. */
  static Change change(RunContext run, AccessRow row, WorkCalendar calendar) {
    PolicyPack pack = run.pack();
    if (row.state() == State.ENDED || row.state() == State.DELETED) {
      return row.open() == null ? null : Change.closing(row, "SUBSCRIPTION_ENDED");
    }
    Debt debt = row.debt(pack);
    if (debt == null) {
      return siblingInDebt(pack, row)
          ? Change.opening(row, run.date().minusDays(1), Trigger.NEGATIVE_BALANCE, run.date())
          : row.open() == null ? null : Change.closing(row, "NOTHING_OWED");
    }
    Instant moment = run.date().atStartOfDay(pack.zone()).toInstant();
    AccessFacts facts = row.facts(pack, moment).ofDebtsOnly();
    if (facts.standing() != Standing.OPEN) {
      return asStaffLeftIt(facts, row, debt, run);
    }
    AccessSchedule schedule = AccessSchedule.of(pack.access(), facts, calendar);
    Step step = schedule.at(moment);
    LocalDate review = schedule.after(moment).map(next -> review(next, pack)).orElse(null);
    return new Change(row, debt, schedule, step, moment, review, null);
  }

  /**
   * Nothing begins for who cannot enter for another reason. Of a subscription that staff stopped
   * the case is kept, and looked at again each night: the ladder counts when staff restore it.
   */
  private static Change asStaffLeftIt(AccessFacts facts, AccessRow row, Debt debt, RunContext run) {
    return facts.standing() == Standing.STOPPED
        ? Change.quietly(row, debt, run.date().plusDays(1))
        : null;
  }

  /** Begun while the customer's balance was exhausted already. */
  private static boolean siblingInDebt(PolicyPack pack, AccessRow row) {
    return row.open() == null
        && row.state() == State.ACTIVE
        && pack.access().isExhausted(row.balance(pack));
  }

  /** The first business date that begins at or after the step. */
  private static LocalDate review(Step next, PolicyPack pack) {
    LocalDate day = LocalDate.ofInstant(next.from(), pack.zone());
    boolean atStart = day.atStartOfDay(pack.zone()).toInstant().equals(next.from());
    return atStart ? day : day.plusDays(1);
  }

  /**
   * What one subscription's evaluation found.
   *
   * @param debt null when the case is only to be closed
   * @param step the step at {@code moment}
   * @param review business date of the next change; null when none is to come
   * @param closeReason null when it goes on
   */
  record Change(
      AccessRow row,
      Debt debt,
      AccessSchedule schedule,
      Step step,
      Instant moment,
      LocalDate review,
      String closeReason) {

    static Change closing(AccessRow row, String reason) {
      return new Change(row, null, null, null, null, null, reason);
    }

    static Change opening(AccessRow row, LocalDate began, Trigger cause, LocalDate review) {
      return quietly(row, new Debt(cause, began, null, "", null), review);
    }

    /** Opened or kept, with nothing to tell. */
    static Change quietly(AccessRow row, Debt debt, LocalDate review) {
      return new Change(row, debt, null, null, null, review, null);
    }

    boolean opens() {
      return closeReason == null && row.open() == null;
    }

    int told() {
      return row.open() == null ? -1 : row.open().stage();
    }

    /** Whether the subscription is to be stopped now (S1.28). */
    boolean stops() {
      return step != null && step.stage().stopsService() && row.state() == State.ACTIVE;
    }
  }
}
