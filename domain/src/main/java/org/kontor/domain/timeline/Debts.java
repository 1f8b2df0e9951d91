package org.kontor.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.kontor.domain.access.AccessSchedule;
import org.kontor.domain.access.AccessState;
import org.kontor.domain.access.Cause;
import org.kontor.domain.access.Debt;
import org.kontor.domain.access.OpenCase;
import org.kontor.domain.access.Relief;
import org.kontor.domain.access.Step;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Event.Reason;

/** Cases of debt to come: when they begin and end, and what people can do meanwhile. */
final class Debts {

  private final Future future;

  Debts(Future future) {
    this.future = future;
  }

  /** A posting of that business date moved the balance. */
  void balanceMoved(Money before, LocalDate day) {
    PolicyPack pack = future.pack(day);
    AccessPolicy policy = pack.access();
    if (policy.trigger() != Trigger.NEGATIVE_BALANCE) {
      return;
    }
    boolean owing =
        future.courses.stream()
            .anyMatch(c -> c.debt != null && c.debt.cause() == Trigger.NEGATIVE_BALANCE);
    if (owing && policy.isRepaid(future.total())) {
      repaid(day);
    } else if (!owing && policy.isExhausted(future.total())) {
      if (!policy.isExhausted(before)) {
        future.happens(
            Kind.BALANCE_EXHAUSTED, day, null, future.because(day, "S2.15", "S2.24"), Map.of());
      }
      for (Course course : future.courses) {
        if (charged(pack, course)) {
          course.debt = new OpenCase(Trigger.NEGATIVE_BALANCE, day, future.now, false);
        }
      }
    }
  }

  private static boolean charged(PolicyPack pack, Course course) {
    boolean living = course.state() == State.ACTIVE || course.state() == State.STOPPED;
    return living
        && pack.plan(course.now().planCode())
            .filter(plan -> plan.timing() != Timing.MONTHLY_ADVANCE)
            .isPresent();
  }

  private void repaid(LocalDate day) {
    future.happens(Kind.DEBT_REPAID, day, null, future.because(day, "S2.36", "S3.17"), Map.of());
    boolean promised = false;
    for (Course course : future.courses) {
      promised |= course.reliefs.stream().anyMatch(this::runsNow);
      close(course);
    }
    if (promised) {
      future.happens(Kind.PROMISE_KEPT, day, null, future.because(day, "S2.36"), Map.of());
    }
  }

  private boolean runsNow(Relief relief) {
    return relief.cause() == Cause.PROMISE && relief.until().isAfter(future.now);
  }

  /** Promise and notice of a transfer belong to the case, a hold does not. */
  private static void close(Course course) {
    course.debt = null;
    course.reliefs.removeIf(relief -> relief.cause() != Cause.HOLD);
  }

  /** Invoices were paid: cases of which nothing overdue is left are over (S1.30, S1.35). */
  void invoicesPaid() {
    PolicyPack pack = future.pack();
    for (Course course : future.courses) {
      boolean owing = course.debt != null && course.debt.cause() == Trigger.OVERDUE_INVOICE;
      if (owing && Standing.mayRestore(items(course), future.today(), pack.billing()).isEmpty()) {
        over(course);
      }
    }
  }

  private void over(Course course) {
    LocalDate today = future.today();
    boolean stopped = course.debt.stoppedService() && course.state() == State.STOPPED;
    close(course);
    future.happens(Kind.DEBT_REPAID, today, course, future.because(today, "S1.30"), Map.of());
    if (stopped) {
      course.restored(today);
      future.happens(Kind.RESTORED, today, course, future.because(today, "S1.30"), Map.of());
    }
  }

  private List<Standing.OpenItem> items(Course course) {
    return future.owed.stream()
        .filter(owed -> owed.subscriptionId() == course.id)
        .map(Account.Owed::item)
        .toList();
  }

  /** The nightly evaluation: opens cases of overdue invoices, and stops what a stage stops. */
  void evaluate(LocalDate date) {
    for (Course course : future.courses) {
      AccessState state = state(course);
      if (course.state() == State.ENDED || course.state() == State.DELETED) {
        course.debt = null;
        continue;
      }
      Debt debt = state.debt(future.pack(date));
      if (debt == null) {
        course.debt = null;
        continue;
      }
      if (course.debt == null && debt.beganOn().isBefore(date)) {
        course.debt = new OpenCase(debt.kind(), debt.beganOn(), future.now, false);
      }
      Step step = schedule(course, future.pack(date)).at(future.now);
      if (course.debt != null && step.stage().stopsService() && course.state() == State.ACTIVE) {
        stop(course, step);
      }
    }
  }

  private void stop(Course course, Step step) {
    LocalDate day = LocalDate.ofInstant(step.from(), future.zone);
    course.stopped(day);
    course.debt = course.debt.stopping();
    course.waiting = null;
    future.happens(
        Kind.STOPPED,
        day,
        course,
        new Reason(step.because().rules(), step.because().policy(), step.because().subject()),
        Map.of());
  }

  /** What changed for people since the last look. */
  void observe() {
    for (Course course : future.courses) {
      Seen seen = Seen.at(schedule(course, future.pack()), future.now);
      if (course.seen != null && !course.seen.sameAs(seen)) {
        LocalDate today = future.today();
        Reason because =
            new Reason(seen.because().rules(), seen.because().policy(), seen.because().subject());
        future.events.add(
            new Event(
                Kind.ACCESS,
                future.now,
                today,
                course.id,
                seen.because().amount(),
                future.total(),
                seen.step().no(),
                seen.audience(),
                because,
                facts(seen),
                List.of()));
      }
      course.seen = seen;
    }
  }

  private static Map<String, String> facts(Seen seen) {
    List<LocalDate> skipped = seen.step().skippedDays();
    String cause = seen.because().cause().name();
    return skipped.isEmpty()
        ? Map.of("cause", cause)
        : Map.of(
            "cause",
            cause,
            "skippedDays",
            String.join(",", skipped.stream().map(LocalDate::toString).toList()));
  }

  /** The next moment at which somebody's access changes if nothing happens before; or null. */
  Instant nextStep() {
    Instant next = null;
    for (Course course : future.courses) {
      Optional<Step> step = schedule(course, future.pack()).after(future.now);
      if (step.isPresent() && (next == null || step.get().from().isBefore(next))) {
        next = step.get().from();
      }
      Instant export = course.given.exportUntil();
      if (export != null && export.isAfter(future.now) && (next == null || export.isBefore(next))) {
        next = export;
      }
    }
    return next;
  }

  /** The promises that run ring at their end: the debt may still be there (S2.32). */
  void expectPromises() {
    for (Course course : future.courses) {
      course.reliefs.stream()
          .filter(this::runsNow)
          .forEach(relief -> future.at(relief.until(), () -> ended(course, relief)));
    }
  }

  private void ended(Course course, Relief relief) {
    if (course.debt != null && course.reliefs.contains(relief)) {
      LocalDate today = future.today();
      future.happens(Kind.PROMISE_BROKEN, today, course, future.because(today, "S2.32"), Map.of());
    }
  }

  private AccessSchedule schedule(Course course, PolicyPack pack) {
    return AccessSchedule.of(
        pack.access(), state(course).facts(pack, future.now), future.account.calendar());
  }

  private AccessState state(Course course) {
    return new AccessState(
        course.now().planCode(),
        course.state(),
        course.now().trialLastDay(),
        course.now().stoppedOn(),
        course.now().endsOn(),
        future.total(),
        course.debt,
        oldest(course, owed -> true),
        oldest(course, owed -> owed.item().open().equals(owed.item().total())),
        course.reliefs,
        course.given.exportUntil(),
        course.given.licences(),
        course.idleSince());
  }

  private AccessState.Item oldest(Course course, Predicate<Account.Owed> counts) {
    return future.owed.stream()
        .filter(owed -> owed.subscriptionId() == course.id && counts.test(owed))
        .min(Payments.BY_AGE)
        .map(o -> new AccessState.Item(o.number(), o.item().due(), o.item().open()))
        .orElse(null);
  }
}
