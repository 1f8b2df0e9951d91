package org.kontor.domain.promise;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import org.kontor.domain.customer.Role;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.Promise;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.WorkCalendar;
import org.kontor.domain.time.WorkingDay;

/** Who may take a promised payment, for how long, and until when exactly (S2.28–S2.35). */
public final class PromiseTerms {

  private static final int LIMIT_DAYS = 30;

  private final AccessPolicy policy;
  private final Situation situation;
  private final WorkCalendar calendar;

  /**
   * @param calendar read only where an end on a day off is deferred
   */
  public PromiseTerms(AccessPolicy policy, Situation situation, WorkCalendar calendar) {
    this.policy = policy;
    this.situation = situation;
    this.calendar = calendar;
  }

  /**
   * What decides beside the policy.
   *
   * @param zone the seller's
   * @param policy {@code code@version}
   * @param balance bonus included
   * @param lastDay what the last charged day cost; zero when none was charged
   * @param running whether one is running
   * @param takenInThisDebt promises since the balance was last good
   * @param taken moments at which promises were taken, at least of the last 30 days
   */
  public record Situation(
      ZoneId zone,
      String policy,
      Money balance,
      Money lastDay,
      boolean running,
      int takenInThisDebt,
      List<Instant> taken) {

    public Situation {
      taken = List.copyOf(taken);
    }
  }

  /**
   * The terms of a promise at this moment, or why there can be none.
   *
   * @throws org.kontor.domain.problem.Refused PROMISE_NOT_OFFERED, NOT_ALLOWED_FOR_ROLE,
   *     INVALID_VALUE for the days, PROMISE_WITHOUT_DEBT, PROMISE_TAKEN, PROMISE_LIMIT
   */
  public PromiseQuote quote(Role role, int days, Instant now) {
    Promise promise = policy.promise();
    if (promise == null) {
      throw refuse(
          ProblemCode.PROMISE_NOT_OFFERED,
          "",
          "No promised payment is offered",
          "Pay what is owed, or ask support.");
    }
    mayTake(promise, role);
    if (days < 1 || days > promise.maxDays()) {
      throw refuse(
          ProblemCode.INVALID_VALUE,
          "days",
          "A promise of " + days + " days is not possible (S2.29)",
          "Choose 1 to " + promise.maxDays() + " days.");
    }
    mustOwe();
    mayRepeat(promise, now);
    End end = end(promise, days, now);
    for (int fewer = days - 1; fewer > 0; fewer--) {
      End shorter = end(promise, fewer, now);
      // Days off may put the end of a shorter promise off beyond it; more days never give less
      end = shorter.at.isAfter(end.at) ? shorter : end;
    }
    return quoted(days, now, end.at, end.skipped);
  }

  private End end(Promise promise, int days, Instant now) {
    Instant end = plain(promise, days, now);
    WorkingDay later = deferred(promise, end);
    return later == null
        ? new End(end, List.of())
        : new End(start(resumes(later)), later.skipped());
  }

  private record End(Instant at, List<LocalDate> skipped) {}

  private static void mayTake(Promise promise, Role role) {
    if (role.compareTo(Role.valueOf(promise.role())) > 0) {
      throw refuse(
          ProblemCode.NOT_ALLOWED_FOR_ROLE,
          "person",
          "A person with the role " + role + " cannot take a promised payment (S2.33)",
          "Let the main administrator take it.");
    }
  }

  private void mustOwe() {
    if (!policy.isExhausted(situation.balance())) {
      throw refuse(
          ProblemCode.PROMISE_WITHOUT_DEBT,
          "",
          "The balance of " + situation.balance() + " is not exhausted (S2.28)",
          "A promised payment is for a balance below zero; nothing is blocked now.");
    }
  }

  private void mayRepeat(Promise promise, Instant now) {
    boolean again = promise.again() == Promise.Again.ANY_TIME;
    if (situation.running() || situation.takenInThisDebt() > 0 && !again) {
      throw refuse(
          ProblemCode.PROMISE_TAKEN,
          "",
          situation.running()
              ? "A promised payment is running already"
              : "There was a promised payment since the balance was last good (S2.35)",
          "Top the balance up; after that another promise is possible.");
    }
    Instant since = now.minus(LIMIT_DAYS, ChronoUnit.DAYS);
    long recent = situation.taken().stream().filter(moment -> moment.isAfter(since)).count();
    if (promise.maxPer30Days() > 0 && recent >= promise.maxPer30Days()) {
      throw refuse(
          ProblemCode.PROMISE_LIMIT,
          "",
          recent + " promised payments were taken in the last 30 days (S2.35)",
          "Top the balance up, or ask support.");
    }
  }

  private Instant plain(Promise promise, int days, Instant now) {
    LocalDate today = LocalDate.ofInstant(now, situation.zone());
    return switch (promise.counted()) {
      case HOURS -> now.plus(days * 24L, ChronoUnit.HOURS);
      case END_OF_DAY_FROM_ONE -> start(today.plusDays(days));
      case END_OF_DAY_FROM_ZERO -> start(today.plusDays(days + 1L));
    };
  }

  /** The working day to which the end is put off; null when it is not. */
  private WorkingDay deferred(Promise promise, Instant end) {
    if (!promise.deferredOnDaysOff() || policy.holidayDeferral() == HolidayDeferral.NONE) {
      return null;
    }
    // What ends at midnight ends with the day before
    LocalDate endsOn = LocalDate.ofInstant(end.minusNanos(1), situation.zone());
    WorkingDay working = calendar.firstWorkingDay(endsOn);
    return working.skipped().isEmpty() ? null : working;
  }

  private LocalDate resumes(WorkingDay working) {
    return policy.holidayDeferral() == HolidayDeferral.START
        ? working.day()
        : working.day().plusDays(1);
  }

  private PromiseQuote quoted(int days, Instant now, Instant end, List<LocalDate> skipped) {
    long closes =
        ChronoUnit.DAYS.between(
            LocalDate.ofInstant(now, situation.zone()), LocalDate.ofInstant(end, situation.zone()));
    Money owed = situation.balance().negated();
    Explanation why =
        new Explanation(
            List.of("S2.32", "S2.34"),
            situation.policy(),
            Map.of("days", Integer.toString(days)),
            Expr.add(
                Expr.num("owed", owed.amount()),
                Expr.mul(
                    Expr.num("lastDay", situation.lastDay().amount()),
                    Expr.num("closes", closes))));
    Money due = new Money(why.recompute(), owed.currency());
    return new PromiseQuote(days, now, end, skipped, owed, due, why);
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(situation.zone()).toInstant();
  }

  private static RuntimeException refuse(
      ProblemCode code, String field, String detail, String mend) {
    return Problem.of(code, field, detail, mend).asException();
  }
}
