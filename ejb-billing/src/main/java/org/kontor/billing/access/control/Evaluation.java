package org.kontor.billing.access.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.access.AccessFacts;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.access.Debt;
import org.kontor.domain.access.Step;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.WorkCalendar;

/**
 * What is to be written of one subscription at a moment: at the start of a day by the nightly run,
 * and when something that spared it ends.
 *
 * @param pack in force at the moment
 * @param calendar of the seller's country
 * @param newerOn day from which another version of the pack decides, or null: what it changes is
 *     told and done on that day
 */
record Evaluation(PolicyPack pack, WorkCalendar calendar, Instant moment, LocalDate newerOn) {

  /**
   * Null when nothing is to be written.
   *
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING
   */
  Change of(AccessRow row) {
    LocalDate today = LocalDate.ofInstant(moment, pack.zone());
    if (row.state() == State.ENDED || row.state() == State.DELETED) {
      return row.open() == null ? null : Change.closing(row, "SUBSCRIPTION_ENDED");
    }
    Debt debt = row.debt(pack);
    if (debt == null) {
      return siblingInDebt(row)
          ? Change.opening(row, today.minusDays(1), Trigger.NEGATIVE_BALANCE, today)
          : row.open() == null ? null : Change.closing(row, "NOTHING_OWED");
    }
    AccessFacts facts = row.facts(pack, moment).ofDebtsOnly();
    if (facts.standing() != Standing.OPEN) {
      return asStaffLeftIt(facts, row, debt, today);
    }
    AccessSchedule schedule = AccessSchedule.of(pack.access(), facts, calendar);
    Step step = schedule.at(moment);
    LocalDate review = schedule.after(moment).map(this::review).orElse(newerOn);
    if (newerOn != null && newerOn.isBefore(review)) {
      review = newerOn;
    }
    return new Change(row, debt, schedule, step, moment, review, null);
  }

  /**
   * Nothing begins for who cannot enter for another reason. Of a subscription that staff stopped
   * the case is kept, and looked at again each night: the ladder counts when staff restore it.
   */
  private static Change asStaffLeftIt(
      AccessFacts facts, AccessRow row, Debt debt, LocalDate today) {
    return facts.standing() == Standing.STOPPED
        ? Change.quietly(row, debt, today.plusDays(1))
        : null;
  }

  /** Begun while the customer's balance was exhausted already. */
  private boolean siblingInDebt(AccessRow row) {
    return row.open() == null
        && row.state() == State.ACTIVE
        && pack.access().isExhausted(row.balance(pack));
  }

  /** The first business date that begins at or after the step. */
  private LocalDate review(Step next) {
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
      return row.open() == null ? -1 : row.open().told();
    }

    /** How often it was spared so far: a stage that comes again is told again. */
    int graces() {
      return row.open() == null ? 0 : row.open().graces();
    }

    /** Whether a promise has just ended, which is told by itself. */
    boolean promiseEnded() {
      return row.promise() != null && !row.promise().until().isAfter(moment);
    }

    /** Whether the subscription is to be stopped now (S1.28). */
    boolean stops() {
      return step != null && step.stage().stopsService() && row.state() == State.ACTIVE;
    }
  }
}
