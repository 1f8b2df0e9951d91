package org.kontor.domain.usage;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;

/**
 * What a subscription used on one day.
 *
 * @param metrics by metric code; a metric not listed was never heard of
 * @param late counters of days already charged that arrived since and are charged with this day
 */
public record DayUsage(Map<String, MetricDay> metrics, List<Late> late) {

  public static final DayUsage NONE = new DayUsage(Map.of(), List.of());

  public DayUsage {
    metrics = Map.copyOf(metrics);
    late = List.copyOf(late);
  }

  public MetricDay of(String metric) {
    return metrics.getOrDefault(metric, MetricDay.NONE);
  }

  /**
   * Quantity of a counter that was reported after its period had been charged.
   *
   * @param day on which it was used; the first of the month where months are settled
   * @param quantity reported late
   * @param before what was known of that period before, so that included units are given once
   * @param rates by which that period was charged; null where they are those of the open one
   */
  public record Late(String metric, LocalDate day, long quantity, long before, Rates rates) {

    /** Use of a period that had the rates of the open one. */
    public Late(String metric, LocalDate day, long quantity, long before) {
      this(metric, day, quantity, before, null);
    }
  }

  /** The version and the plan in it that charged a period. */
  public record Rates(PolicyPack pack, Plan plan) {}
}
