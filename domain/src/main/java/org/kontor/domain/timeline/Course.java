package org.kontor.domain.timeline;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.access.OpenCase;
import org.kontor.domain.access.Relief;
import org.kontor.domain.pricing.Carry;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;

/** One subscription on its way through the future. */
final class Course {

  final long id;
  final Use use;
  final Holding given;
  List<Arrears> arrears;
  Holding.Waiting waiting;
  OpenCase debt;
  final List<Relief> reliefs;
  CaseProgress ending;
  LocalDate purgeOn;
  Seen seen;
  String parked = "";
  private SubscriptionSnapshot now;

  Course(Holding holding) {
    given = holding;
    now = holding.subscription();
    id = now.id();
    use = holding.use();
    arrears = holding.arrears();
    waiting = holding.waiting();
    debt = holding.debt();
    reliefs = new ArrayList<>(holding.reliefs());
    ending = holding.life().ending();
    purgeOn = holding.life().purgeOn();
  }

  SubscriptionSnapshot now() {
    return now;
  }

  State state() {
    return now.state();
  }

  boolean lives() {
    return state() == State.ACTIVE || state() == State.STOPPED || state() == State.TRIAL;
  }

  /** First day of the notice of a deletion for inactivity that runs; or null. */
  LocalDate idleSince() {
    boolean told = ending != null && purgeOn == null && !ending.notices().isEmpty();
    return told && ending.countdown().kind() == CaseKind.INACTIVITY
        ? ending.countdown().from()
        : null;
  }

  /** Paid through a day. */
  void charged(LocalDate through, Carry carry) {
    now = with(now.planCode(), state(), now.stoppedOn(), now.restoredOn(), through, carry);
  }

  void invoiced(LocalDate through) {
    charged(through, new Carry(now.carryExact(), now.carryCharged()));
    arrears = List.of();
  }

  void stopped(LocalDate on) {
    become(State.STOPPED, on, now.restoredOn());
  }

  void restored(LocalDate on) {
    become(State.ACTIVE, now.stoppedOn(), on);
  }

  /** A trial whose use is over (S1.2, LOCK_THEN_DELETE). */
  void locked(LocalDate on) {
    become(State.TRIAL, on, now.restoredOn());
  }

  void becomes(State state) {
    become(state, now.stoppedOn(), now.restoredOn());
  }

  private void become(State state, LocalDate stoppedOn, LocalDate restoredOn) {
    Carry carry = new Carry(now.carryExact(), now.carryCharged());
    now = with(now.planCode(), state, stoppedOn, restoredOn, now.chargedThrough(), carry);
  }

  /** Puts terms in force from a day on; what they lack ends the day before. */
  void enforce(Terms terms, LocalDate from) {
    now = now.under(terms, from);
  }

  private SubscriptionSnapshot with(
      String plan,
      State state,
      LocalDate stoppedOn,
      LocalDate restoredOn,
      LocalDate chargedThrough,
      Carry carry) {
    BigDecimal exact = carry.exact();
    return new SubscriptionSnapshot(
        now.id(),
        now.customerId(),
        plan,
        state,
        now.startedOn(),
        now.trialLastDay(),
        now.activatedOn(),
        stoppedOn,
        restoredOn,
        now.endsOn(),
        chargedThrough,
        exact,
        carry.charged(),
        now.components(),
        now.formerPlans());
  }
}
