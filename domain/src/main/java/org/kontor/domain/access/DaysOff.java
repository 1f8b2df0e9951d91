package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.access.Ladder.Rung;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.time.WorkCalendar;

/** The other reading of S2.23: a block that runs already rests on days off. */
final class DaysOff {

  /** No break is longer; how far the alternation is given beyond the moment of the question. */
  private static final int DAYS_AHEAD = 31;

  private DaysOff() {}

  static List<Rung> lifted(List<Rung> rungs, AccessFacts facts, WorkCalendar calendar) {
    LocalDate today = LocalDate.ofInstant(facts.asOf(), facts.zone());
    List<Rung> result = new ArrayList<>();
    for (int i = 0; i < rungs.size(); i++) {
      Rung rung = rungs.get(i);
      Instant end = i + 1 < rungs.size() ? rungs.get(i + 1).from() : null;
      if (rung.stage().restricts()) {
        rest(rung, end, today, facts, calendar, result);
      } else {
        result.add(rung);
      }
    }
    return result;
  }

  private static void rest(
      Rung rung,
      Instant end,
      LocalDate today,
      AccessFacts facts,
      WorkCalendar calendar,
      List<Rung> result) {
    LocalDate first = LocalDate.ofInstant(rung.from(), facts.zone());
    LocalDate last = (today.isAfter(first) ? today : first).plusDays(DAYS_AHEAD);
    Boolean working = null;
    for (LocalDate day = first; !day.isAfter(last); day = day.plusDays(1)) {
      Instant from = day.equals(first) ? rung.from() : day.atStartOfDay(facts.zone()).toInstant();
      boolean beyond = day.isAfter(today) && !calendar.covers(day.getYear());
      if (beyond || end != null && !from.isBefore(end)) {
        return;
      }
      boolean works = calendar.isWorkingDay(day);
      if (working == null || works != working) {
        result.add(
            works
                ? new Rung(from, rung.no(), rung.stage(), rung.skipped())
                : new Rung(from, 0, AccessStage.FREE, List.of(day)));
        working = works;
      }
    }
  }
}
