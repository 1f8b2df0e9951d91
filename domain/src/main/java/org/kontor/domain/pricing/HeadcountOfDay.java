package org.kontor.domain.pricing;

import org.kontor.domain.policy.BillingPolicy.HeadcountReading;
import org.kontor.domain.usage.MetricDay;
import org.kontor.domain.usage.MonthUsage;

/**
 * Which head-count chooses the tier: that of the day itself, in the vendor's reading (S2.10,
 * S2.11).
 */
public final class HeadcountOfDay {

  private HeadcountOfDay() {}

  /**
   * Employees counted for the day; 0 where no fact was ever sent.
   *
   * <p>The value that the day began with counts for {@code PEAK} too: it was true at 00:00.
   */
  public static long of(HeadcountReading reading, MetricDay day) {
    long carried = day.carriedIn() == null ? 0 : day.carriedIn();
    return switch (reading) {
      case START_OF_DAY -> carried;
      case END_OF_DAY -> day.facts() == null ? carried : day.facts().last();
      case PEAK -> day.facts() == null ? carried : Math.max(carried, day.facts().peak());
    };
  }

  /** The same readings over a month, for tiers of plans that are settled monthly. */
  static long of(HeadcountReading reading, MonthUsage.Figures month) {
    return reading == HeadcountReading.PEAK ? month.peak() : month.atEnd();
  }
}
