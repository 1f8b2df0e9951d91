package org.kontor.billing.usage.control;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MonthUsage;

/** Collects the use of a month by subscription. */
final class MonthWindow {

  private final Map<Long, Map<String, MonthUsage.Figures>> figures = new HashMap<>();
  private final Map<Long, List<DayUsage.Late>> late = new HashMap<>();

  void carriedIn(long subscriptionId, String metric, long value) {
    of(subscriptionId).put(metric, new MonthUsage.Figures(0, value, value));
  }

  boolean month(long subscriptionId, String metric, long total, long peak, long last) {
    long carried = of(subscriptionId).getOrDefault(metric, MonthUsage.Figures.NONE).peak();
    MonthUsage.Figures month = new MonthUsage.Figures(total, Math.max(carried, peak), last);
    return of(subscriptionId).put(metric, month) == null;
  }

  void late(long subscriptionId, DayUsage.Late use) {
    late.computeIfAbsent(subscriptionId, id -> new ArrayList<>(1)).add(use);
    of(subscriptionId);
  }

  Map<Long, MonthUsage> done() {
    Map<Long, MonthUsage> result = new HashMap<>(figures.size() * 2);
    figures.forEach(
        (id, metrics) -> result.put(id, new MonthUsage(metrics, late.getOrDefault(id, List.of()))));
    return result;
  }

  private Map<String, MonthUsage.Figures> of(long subscriptionId) {
    return figures.computeIfAbsent(subscriptionId, id -> new HashMap<>(4));
  }
}
