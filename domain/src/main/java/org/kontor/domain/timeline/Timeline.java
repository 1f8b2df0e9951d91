package org.kontor.domain.timeline;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.kontor.domain.run.DueRun;
import org.kontor.domain.run.RunKind;
import org.kontor.domain.run.RunSchedule;

/**
 * What will happen to an account if nothing is done, or if something is paid: a walk over the
 * moments to come in the order in which the runs do their work, each moment by the function that
 * the run itself uses. It only keeps the state that these functions ask for; no rule is written
 * here again.
 */
public final class Timeline {

  /** By moment; of one, what people may do no more comes before what is gone. */
  static final Comparator<Event> TOLD =
      Comparator.comparing(Event::at).thenComparing(Timeline::rank);

  /** No timeline reaches further. */
  public static final int MOST_DAYS = 400;

  private final Future future;
  private final Debts debts;
  private final Charges charges;
  private final Invoicing invoices;
  private final Endings endings;
  private final Map<RunKind, LocalDate> done = new EnumMap<>(RunKind.class);
  private final LocalDate from;

  /** The next run as of {@link #done}; null when that is not known. */
  private Optional<DueRun> upcoming;

  private Timeline(Account account) {
    future = new Future(account);
    debts = new Debts(future);
    charges = new Charges(future, debts);
    Payments payments = new Payments(future, debts);
    invoices = new Invoicing(future, payments);
    endings = new Endings(future);
    from = future.today().withDayOfMonth(1).minusDays(2);
  }

  /**
   * Everything from the account's moment to the end of a day, in the order in which it happens.
   *
   * @param until last local day of the seller, at most {@link #MOST_DAYS} after today
   * @throws IllegalArgumentException for a day before today or beyond, and for a payment that is
   *     not positive, of another currency, or not later than the account's moment
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING when a day decides whose year is not
   *     there
   */
  public static List<Event> of(Account account, Assumptions assumptions, LocalDate until) {
    Timeline timeline = new Timeline(account);
    long days = ChronoUnit.DAYS.between(timeline.future.today(), until);
    if (days < 0 || days > MOST_DAYS) {
      throw new IllegalArgumentException(until + " is " + days + " days ahead");
    }
    timeline.expect(assumptions);
    timeline.walk(timeline.future.start(until.plusDays(1)));
    return timeline.future.events.stream().sorted(TOLD).toList();
  }

  private static int rank(Event event) {
    return switch (event.kind()) {
      case DELETED -> 1;
      case LAST_DAY_TO_RESTORE -> 2;
      case PURGED -> 3;
      default -> 0;
    };
  }

  private void expect(Assumptions assumptions) {
    Payments payments = new Payments(future, debts);
    for (Assumptions.Payment payment : assumptions.payments()) {
      boolean ours = payment.amount().currency().equals(future.total().currency());
      if (!ours || !payment.amount().isPositive() || !payment.at().isAfter(future.now)) {
        throw new IllegalArgumentException(payment + " cannot be assumed");
      }
      future.at(payment.at(), () -> payments.pay(payment.amount()));
    }
    future.owed.forEach(invoices::expect);
    debts.expectPromises();
  }

  private void walk(Instant end) {
    while (run().filter(due -> !due.dueAt().isAfter(future.now)).isPresent()) {
      done(run().orElseThrow());
    }
    debts.observe();
    Instant next = next();
    while (next != null && next.isBefore(end)) {
      moment(next);
      next = next();
    }
  }

  private void done(DueRun run) {
    done.put(run.kind(), run.date());
    upcoming = null;
  }

  private Optional<DueRun> run() {
    // Before the first run is done it depends on the day, too
    if (upcoming == null || done.isEmpty()) {
      LocalDate next =
          done.values().stream()
              .max(LocalDate::compareTo)
              .map(day -> day.plusDays(1))
              .orElse(future.today());
      upcoming = RunSchedule.next(future.pack(next), from, done, Set.of());
    }
    return upcoming;
  }

  private Instant next() {
    return Stream.of(run().map(DueRun::dueAt).orElse(null), future.nextAlarm(), debts.nextStep())
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** The runs of a moment in their order, then what else happens at it. */
  private void moment(Instant at) {
    future.now = at;
    Optional<DueRun> due = run().filter(run -> run.dueAt().equals(at));
    while (due.isPresent()) {
      work(due.get());
      done(due.get());
      due = run().filter(run -> run.dueAt().equals(at));
    }
    while (at.equals(future.nextAlarm())) {
      future.ring();
    }
    debts.observe();
  }

  private void work(DueRun run) {
    LocalDate date = run.date();
    switch (run.kind()) {
      case DAILY -> charges.daily(date);
      case SETTLEMENT -> charges.settle(date);
      case ACCESS -> debts.evaluate(date);
      case LIFE -> endings.night(date);
      case DELETION -> endings.delete(date);
      case TRIAL_END -> endings.trials(date);
      case CHANGES -> endings.changes(date);
      case MONTHLY -> invoices.monthly(date);
      case REMINDER -> invoices.remind(date);
      case RENEWAL -> {
        // Terms of products are no part of a subscription's future
      }
    }
  }
}
