package org.kontor.domain.timeline;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.kontor.domain.access.Cause;
import org.kontor.domain.change.ChangeDecision;
import org.kontor.domain.change.Changes;
import org.kontor.domain.change.Situation;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.retention.CaseKind;
import org.kontor.domain.retention.CaseProgress;
import org.kontor.domain.retention.CaseStep;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.EndedBy;
import org.kontor.domain.retention.Ending;
import org.kontor.domain.retention.LifeFacts;
import org.kontor.domain.retention.Notice;
import org.kontor.domain.retention.Openings;
import org.kontor.domain.subscription.Cancellation;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.TrialStep;
import org.kontor.domain.subscription.TrialTimeline;
import org.kontor.domain.timeline.Account.Owed;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Event.Reason;

/** The nights to come in the life of subscriptions: notices, deletions, trial ends, changes. */
final class Endings {

  private final Future future;

  Endings(Future future) {
    this.future = future;
  }

  /** Cases are opened, told and ended. */
  void night(LocalDate date) {
    PolicyPack pack = future.pack(date);
    for (Course course : future.courses) {
      LocalDate last = course.now().trialLastDay();
      if (course.state() == State.TRIAL && last != null && date.equals(last.plusDays(1))) {
        future.happens(Kind.TRIAL_OVER, date, course, future.because(date, "S1.2"), Map.of());
      }
      LifeFacts facts = facts(course, date);
      if (course.ending == null && course.purgeOn == null) {
        Openings.of(pack, facts, dates(course, date), date)
            .ifPresent(countdown -> course.ending = CaseProgress.begin(countdown));
      }
      if (course.ending != null && course.purgeOn == null) {
        step(course, pack, facts, date);
      }
    }
  }

  /** A payment ends what it stands against at once (S1.30, S3.36), not in the next night. */
  void moneyCame(LocalDate date) {
    for (Course course : future.courses) {
      if (course.ending != null && course.purgeOn == null && endedByMoney(course)) {
        ending(course, future.pack(date))
            .ended(facts(course, date), date)
            .ifPresent(by -> cancelled(course, by, date));
      }
    }
  }

  private static boolean endedByMoney(Course course) {
    CaseKind kind = course.ending.countdown().kind();
    return kind == CaseKind.AFTER_STOP || kind == CaseKind.INACTIVITY;
  }

  private void step(Course course, PolicyPack pack, LifeFacts facts, LocalDate date) {
    CaseProgress progress = course.ending;
    Optional<EndedBy> ended = ending(course, pack).ended(facts, date);
    if (ended.isPresent()) {
      cancelled(course, ended.get(), date);
      return;
    }
    if (progress.on(date) instanceof CaseStep.Tell tell) {
      List<Notice> told =
          Stream.concat(
                  progress.notices().stream(), Stream.of(new Notice(tell.daysLeft(), date, date)))
              .toList();
      course.ending = new CaseProgress(progress.countdown(), told);
      future.happens(
          Kind.NOTICE,
          date,
          course,
          future.because(date, noticeRule(progress.countdown().kind())),
          Map.of(
              "daysLeft",
              Integer.toString(tell.daysLeft()),
              "deletesOn",
              tell.deletesOn().toString(),
              "case",
              progress.countdown().kind().name()));
    }
  }

  private static String noticeRule(CaseKind kind) {
    return switch (kind) {
      case TRIAL_END -> "S1.6";
      case AFTER_STOP, CANCELLATION -> "S1.29";
      case INACTIVITY -> "S3.35";
      case TERMINATION -> "D.9";
    };
  }

  private static Ending ending(Course course, PolicyPack pack) {
    CaseKind kind = course.ending.countdown().kind();
    return new Ending(kind, pack.retention(), course.given.life().anyTime());
  }

  private void cancelled(Course course, EndedBy by, LocalDate date) {
    boolean told = !course.ending.notices().isEmpty();
    course.ending = null;
    if (told) {
      future.happens(
          Kind.DELETION_CANCELLED,
          date,
          course,
          future.because(date, "S3.36"),
          Map.of("by", by.name()));
    }
  }

  /** Deletes what has come to its day, and purges what can be restored no longer. */
  void delete(LocalDate date) {
    PolicyPack pack = future.pack(date);
    for (Course course : future.courses) {
      if (course.purgeOn != null) {
        if (!course.purgeOn.isAfter(date)) {
          purged(course, date);
        }
      } else if (course.ending != null) {
        LifeFacts facts = facts(course, date);
        Ending ending = ending(course, pack);
        Optional<EndedBy> ended = ending.ended(facts, date);
        if (ended.isPresent()) {
          cancelled(course, ended.get(), date);
        } else if (course.ending.on(date) instanceof CaseStep.Delete && !ending.postponed(facts)) {
          deleted(course, date);
        }
      }
    }
  }

  private void deleted(Course course, LocalDate date) {
    Countdown countdown = course.ending.countdown();
    course.waiting = null;
    course.ending = null;
    course.debt = null;
    boolean shared = future.courses.stream().anyMatch(c -> c != course && living(c));
    if (countdown.closes() && !shared) {
      future.happens(Kind.CLOSED, date, course, future.because(date, "S1.31"), Map.of());
    }
    if (!countdown.erases()) {
      course.becomes(State.ENDED);
      course.purgeOn = LocalDate.MAX;
      return;
    }
    course.becomes(State.DELETED);
    course.purgeOn = countdown.purgedOn(date);
    future.happens(
        Kind.DELETED,
        date,
        course,
        future.because(date, deletionRule(countdown.kind())),
        Map.of("case", countdown.kind().name(), "purgeOn", course.purgeOn.toString()));
    if (countdown.restoreDays() == 0) {
      purged(course, date);
    } else {
      LocalDate last = course.purgeOn.minusDays(1);
      future.at(
          future.start(last),
          () ->
              future.happens(
                  Kind.LAST_DAY_TO_RESTORE, last, course, future.because(last, "S3.42"), Map.of()));
    }
  }

  private static boolean living(Course course) {
    return course.state() != State.DELETED;
  }

  private static String deletionRule(CaseKind kind) {
    return switch (kind) {
      case TRIAL_END -> "S1.2";
      case AFTER_STOP, CANCELLATION -> "S1.32";
      case INACTIVITY -> "S3.41";
      case TERMINATION -> "D.9";
    };
  }

  private void purged(Course course, LocalDate date) {
    course.purgeOn = LocalDate.MAX;
    future.happens(Kind.PURGED, date, course, future.because(date, "S3.43"), Map.of());
  }

  /** Locks trials that are over, where the policy has a lock (S1.2). */
  void trials(LocalDate date) {
    PolicyPack pack = future.pack(date);
    for (Course course : future.courses) {
      LocalDate last = course.now().trialLastDay();
      boolean open =
          course.state() == State.TRIAL && last != null && course.now().stoppedOn() == null;
      if (open && new TrialTimeline(last, pack.trial()).on(date, false) instanceof TrialStep.Lock) {
        course.locked(date);
        future.happens(Kind.STOPPED, date, course, future.because(date, "S1.2"), Map.of());
      }
    }
  }

  /** Ends what was cancelled, and applies the changes of that day (S1.17, S1.36). */
  void changes(LocalDate date) {
    for (Course course : future.courses) {
      if (Cancellation.isOver(course.state(), course.now().endsOn(), date)) {
        course.waiting = null;
        course.becomes(State.ENDED);
        future.happens(Kind.ENDED, date, course, future.because(date, "S1.36"), Map.of());
      } else if (course.waiting != null && !course.waiting.effectiveOn().isAfter(date)) {
        apply(course, date);
      }
    }
  }

  private void apply(Course course, LocalDate date) {
    PolicyPack pack = future.pack(date);
    Situation then = course.waiting.situation();
    Optional<Plan> plan = pack.plan(course.now().planCode());
    if (plan.isEmpty()) {
      future.parked(course, date, "UNKNOWN_PLAN", course.now().planCode());
      return;
    }
    Situation situation =
        new Situation(
            course.state(),
            course.now().endsOn() != null,
            course.now().chargedThrough(),
            then.deployment(),
            Terms.of(plan.get(), course.now(), date),
            then.waiting(),
            then.usage(),
            then.overrides());
    course.waiting = null;
    ChangeDecision decision = new Changes(pack).apply(situation, date);
    boolean taken = decision instanceof ChangeDecision.Accepted;
    if (decision instanceof ChangeDecision.Accepted accepted) {
      course.enforce(accepted.after(), date);
    }
    future.happens(
        Kind.PLAN_CHANGE,
        date,
        course,
        new Reason(List.of("S1.13", "S1.17"), pack.id(), ""),
        Map.of("outcome", taken ? "APPLIED" : decision.getClass().getSimpleName()));
  }

  private LifeFacts facts(Course course, LocalDate date) {
    boolean promised =
        course.reliefs.stream()
            .filter(r -> r.cause() != Cause.DELETION_NOTICE)
            .anyMatch(r -> r.until() == null || r.until().isAfter(future.now));
    return new LifeFacts(
        course.state(),
        course.now().startedOn(),
        course.given.life().lastLogin(),
        future.total(),
        overdue(course, date).isPresent(),
        promised,
        course.given.life().held(),
        course.given.life().quietUntil());
  }

  private Openings.Dates dates(Course course, LocalDate date) {
    Optional<Owed> oldest = overdue(course, date);
    return new Openings.Dates(
        course.now().trialLastDay(),
        course.now().stoppedOn(),
        course.now().endsOn(),
        oldest.map(owed -> owed.item().due()).orElse(null),
        oldest.map(Owed::issued).orElse(null));
  }

  private Optional<Owed> overdue(Course course, LocalDate date) {
    return future.owed.stream()
        .filter(owed -> owed.subscriptionId() == course.id && owed.item().due().isBefore(date))
        .min(Payments.BY_AGE);
  }
}
