package org.kontor.billing.usage.control;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.usage.DayFigures;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MetricDay;

/** Use of many subscriptions over a few days, read once and asked day by day. */
public final class UsageWindow {

  private final Map<Long, Of> subscriptions;

  UsageWindow(int size) {
    subscriptions = new HashMap<>(size * 2);
  }

  /** What the subscription used on that day; days are asked in any order. */
  public DayUsage on(long subscriptionId, LocalDate day) {
    Of of = subscriptions.get(subscriptionId);
    if (of == null) {
      return DayUsage.NONE;
    }
    Map<String, MetricDay> metrics = new HashMap<>(4);
    of.metrics.forEach((metric, known) -> metrics.put(metric, known.on(day)));
    return new DayUsage(metrics, of.late.getOrDefault(day, List.of()));
  }

  void carriedIn(long subscriptionId, String metric, long value) {
    metric(subscriptionId, metric).carriedIn = value;
  }

  boolean figures(long subscriptionId, String metric, LocalDate day, DayFigures figures) {
    return metric(subscriptionId, metric).days.put(day, figures) == null;
  }

  void late(long subscriptionId, LocalDate chargedOn, DayUsage.Late late) {
    of(subscriptionId).late.computeIfAbsent(chargedOn, day -> new ArrayList<>(1)).add(late);
  }

  private Known metric(long subscriptionId, String metric) {
    return of(subscriptionId).metrics.computeIfAbsent(metric, code -> new Known());
  }

  private Of of(long subscriptionId) {
    return subscriptions.computeIfAbsent(subscriptionId, id -> new Of());
  }

  private static final class Of {
    final Map<String, Known> metrics = new HashMap<>(4);
    final Map<LocalDate, List<DayUsage.Late>> late = new HashMap<>(0);
  }

  /** One metric: the value before the window, and the days of the window that have facts. */
  private static final class Known {
    Long carriedIn;
    final Map<LocalDate, DayFigures> days = new HashMap<>(2);

    MetricDay on(LocalDate day) {
      LocalDate latest = null;
      for (LocalDate known : days.keySet()) {
        if (known.isBefore(day) && (latest == null || known.isAfter(latest))) {
          latest = known;
        }
      }
      Long before = latest == null ? carriedIn : Long.valueOf(days.get(latest).last());
      return new MetricDay(before, days.get(day));
    }
  }
}
