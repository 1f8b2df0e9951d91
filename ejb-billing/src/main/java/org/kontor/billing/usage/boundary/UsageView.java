package org.kontor.billing.usage.boundary;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.kontor.billing.charging.boundary.UseSoFar;

/**
 * What a subscription used in a month, by day.
 *
 * @param closedThrough last day that is closed to facts without {@code correction}; null when none is
 * @param soFar what it costs so far (S3.22); null for another month than the current one
 */
public record UsageView(
    long subscriptionId,
    YearMonth month,
    LocalDate closedThrough,
    List<Day> days,
    UseSoFar soFar) {

  /**
   * One metric on one day with facts.
   *
   * @param kind {@code GAUGE} or {@code COUNTER}
   * @param peak a gauge's highest value; null for a counter
   * @param last a gauge's value at the day's end; null for a counter
   * @param total a counter's sum; null for a gauge
   * @param evidence what was counted, of the latest fact that says so (S2.11)
   */
  public record Day(
      LocalDate date, String metric, String kind, Long peak, Long last, Long total, String evidence) {}
}
