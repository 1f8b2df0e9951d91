package org.kontor.billing.usage.control;

import java.time.LocalDate;
import java.util.Map;
import org.kontor.domain.usage.DayFigures;
import org.kontor.domain.usage.MetricDay;

/**
 * A gauge of a day already charged, as it was and as it is now known to have been.
 *
 * @param day the corrected day
 * @param openDay day with which the difference is charged; the closed days end before it
 * @param carriedIn value at the start of {@code day}, or null
 * @param before figures of the days with facts from {@code day} through the last closed one
 * @param after figures of {@code day} now
 */
public record ClosedDay(
    String vendor,
    long customerId,
    long subscriptionId,
    String metric,
    LocalDate day,
    LocalDate openDay,
    Long carriedIn,
    Map<LocalDate, DayFigures> before,
    DayFigures after) {

  public ClosedDay {
    before = Map.copyOf(before);
  }

  /** The first day's pair; the state lasts, so later days are asked with {@link Pair#next}. */
  public Pair first() {
    return new Pair(
        day, new MetricDay(carriedIn, before.get(day)), new MetricDay(carriedIn, after));
  }

  /** One closed day under both views. */
  public record Pair(LocalDate day, MetricDay was, MetricDay is) {

    public boolean differs() {
      return !was.equals(is);
    }

    /** The day after: its own facts are the same in both views, what it began with may differ. */
    public Pair next(Map<LocalDate, DayFigures> facts) {
      LocalDate next = day.plusDays(1);
      DayFigures own = facts.get(next);
      return new Pair(next, new MetricDay(was.atEnd(), own), new MetricDay(is.atEnd(), own));
    }
  }
}
