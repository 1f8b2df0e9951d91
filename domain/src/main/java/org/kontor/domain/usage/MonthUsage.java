package org.kontor.domain.usage;

import java.util.List;
import java.util.Map;

/**
 * What a subscription used in one calendar month, or in its part that has passed.
 *
 * @param metrics by metric code; a metric not listed was not used
 * @param late counters of months already settled that arrived since
 */
public record MonthUsage(Map<String, Figures> metrics, List<DayUsage.Late> late) {

  public static final MonthUsage NONE = new MonthUsage(Map.of(), List.of());

  public MonthUsage {
    metrics = Map.copyOf(metrics);
    late = List.copyOf(late);
  }

  public Figures of(String metric) {
    return metrics.getOrDefault(metric, Figures.NONE);
  }

  /**
   * @param total a counter's sum of the month
   * @param peak a gauge's highest value, the one carried into the month included
   * @param atEnd a gauge's value at the end
   */
  public record Figures(long total, long peak, long atEnd) {
    public static final Figures NONE = new Figures(0, 0, 0);
  }
}
