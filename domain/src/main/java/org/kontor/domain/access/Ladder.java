package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntFunction;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.CountedBy;
import org.kontor.domain.policy.AccessPolicy.FullBlock;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.NegativeOn;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.time.WorkCalendar;
import org.kontor.domain.time.WorkingDay;

/** When each stage of one debt begins, before anything spares it. */
final class Ladder {

  /** How far a ladder that begins anew each month is given beyond the moment of the question. */
  private static final int MONTHS_AHEAD = 2;

  private final AccessPolicy policy;
  private final AccessFacts facts;
  private final WorkCalendar calendar;
  private final ZoneId zone;
  private final LocalDate began;

  private Ladder(AccessPolicy policy, AccessFacts facts, WorkCalendar calendar) {
    this.policy = policy;
    this.facts = facts;
    this.calendar = calendar;
    this.zone = facts.zone();
    this.began = began(policy, facts);
  }

  /**
   * A stage that begins.
   *
   * @param no from 1; 0 where a new month begins without a stage
   */
  record Rung(Instant from, int no, AccessStage stage, List<LocalDate> skipped) {}

  /** Ascending; a stage that a later one has overtaken is left out. */
  static List<Rung> rungs(AccessPolicy policy, AccessFacts facts, WorkCalendar calendar) {
    Ladder ladder = new Ladder(policy, facts, calendar);
    List<Rung> rungs = new ArrayList<>();
    if (policy.countedBy() == CountedBy.DAY_OF_MONTH) {
      ladder.byMonth(rungs);
    } else {
      rungs.addAll(ladder.climb(from -> ladder.began.plusDays(from)));
    }
    return rungs;
  }

  private static LocalDate began(AccessPolicy policy, AccessFacts facts) {
    Debt debt = facts.debt();
    return policy.negativeOn() == NegativeOn.BOOKING_TIME && debt.bookedAt() != null
        ? LocalDate.ofInstant(debt.bookedAt(), facts.zone())
        : debt.beganOn();
  }

  private void byMonth(List<Rung> rungs) {
    switch (policy.debtInMidMonth()) {
      case DEBT_AGE -> rungs.addAll(climb(from -> began.plusDays(from - 1L)));
      case LITERAL_CALENDAR_DAY -> months(rungs, YearMonth.from(began));
      case NEXT_FIRST ->
          months(
              rungs,
              began.getDayOfMonth() == 1
                  ? YearMonth.from(began)
                  : YearMonth.from(began).plusMonths(1));
    }
  }

  private void months(List<Rung> rungs, YearMonth first) {
    rungs.addAll(climb(from -> later(first.atDay(from))));
    if (policy.stageKeptUntilLifted()) {
      return;
    }
    YearMonth last =
        YearMonth.from(LocalDate.ofInstant(facts.asOf(), zone)).plusMonths(MONTHS_AHEAD);
    for (YearMonth month = first.plusMonths(1); !month.isAfter(last); month = month.plusMonths(1)) {
      YearMonth present = month;
      Instant anew = start(present.atDay(1));
      rungs.removeIf(rung -> !rung.from().isBefore(anew));
      rungs.add(new Rung(anew, 0, AccessStage.FREE, List.of()));
      rungs.addAll(climb(present::atDay));
    }
  }

  /** A debt that arises on the 15th meets the stage of the 10th on the 15th. */
  private LocalDate later(LocalDate day) {
    return day.isBefore(began) ? began : day;
  }

  private List<Rung> climb(IntFunction<LocalDate> dayOf) {
    List<Rung> all = new ArrayList<>();
    for (int i = 0; i < policy.stages().size(); i++) {
      AccessStage stage = policy.stages().get(i);
      all.add(rung(i + 1, stage, dayOf.apply(stage.from())));
    }
    all.sort(Comparator.comparing(Rung::from).thenComparing(Rung::no));
    List<Rung> rungs = new ArrayList<>();
    for (Rung rung : all) {
      int reached = rungs.isEmpty() ? 0 : rungs.get(rungs.size() - 1).no();
      if (rung.no() > reached) {
        rungs.removeIf(other -> other.from().equals(rung.from()));
        rungs.add(rung);
      }
    }
    return rungs;
  }

  private Rung rung(int no, AccessStage stage, LocalDate day) {
    boolean sinceNegative = policy.countedBy() == CountedBy.DAYS_SINCE_NEGATIVE;
    if (stage.restricts() && policy.holidayDeferral() != HolidayDeferral.NONE) {
      // S2.20 speaks of reaching the negative balance; other ladders reach their stage's own day
      WorkingDay working = calendar.firstWorkingDay(sinceNegative ? began : day);
      if (!working.skipped().isEmpty()) {
        LocalDate begins = sinceNegative ? working.day().plusDays(stage.from()) : working.day();
        boolean atItsEnd = policy.holidayDeferral() == HolidayDeferral.END_OF_FIRST_WORKING_DAY;
        return new Rung(
            start(atItsEnd ? begins.plusDays(1) : begins), no, stage, working.skipped());
      }
    }
    boolean afterTheDay = stage.blocks() && policy.fullBlock() == FullBlock.END_OF_DAY;
    return new Rung(start(afterTheDay ? day.plusDays(1) : day), no, stage, List.of());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(zone).toInstant();
  }
}
