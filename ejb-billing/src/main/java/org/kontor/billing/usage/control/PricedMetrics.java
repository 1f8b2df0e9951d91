package org.kontor.billing.usage.control;

import java.util.Set;
import java.util.TreeSet;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;

/**
 * The metrics that the price of a vendor's plans depends on; all others need not be read.
 *
 * @param all codes, in order
 * @param gauges those of them whose value lasts into the next day
 */
record PricedMetrics(String[] all, String[] gauges) {

  static PricedMetrics of(PolicyPack pack, Timing timing) {
    Set<String> priced = new TreeSet<>();
    for (Plan plan : pack.catalogue().plans()) {
      if (plan.timing() == timing) {
        plan.usage().forEach(price -> priced.add(price.metric()));
        if (!plan.tiers().isEmpty()) {
          priced.add(Metric.HEADCOUNT);
        }
      }
    }
    Set<String> gauges = new TreeSet<>();
    for (Metric metric : pack.catalogue().metrics()) {
      if (metric.kind() == Metric.Kind.GAUGE && priced.contains(metric.code())) {
        gauges.add(metric.code());
      }
    }
    return new PricedMetrics(priced.toArray(String[]::new), gauges.toArray(String[]::new));
  }
}
