package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.CrmAccountCount;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.PolicyPack;

/**
 * How much is used of what is limited (S1.14): gauges at their last value, CRM accounts counted.
 */
@ApplicationScoped
public class UsageLevels {

  /** The limit that is counted from the CRM module's own records (S1.7–S1.9). */
  static final String CRM_ACCOUNTS = "crm-accounts";

  private final Sql sql;
  private final CrmAccountCount crmAccounts;

  @Inject
  public UsageLevels(Sql sql, CrmAccountCount crmAccounts) {
    this.sql = sql;
    this.crmAccounts = crmAccounts;
  }

  /** For the container's proxy. */
  protected UsageLevels() {
    this(null, null);
  }

  /**
   * Use by subscription id and limit code. Where CRM accounts are both counted and reported, the
   * count wins.
   *
   * @param date facts of later days are left out
   */
  public Map<Long, Map<String, Long>> load(
      List<Subscription> subscriptions, PolicyPack pack, LocalDate date) {
    Map<Long, Map<String, Long>> levels = gauges(subscriptions, pack, date);
    boolean limited =
        pack.catalogue().plans().stream().anyMatch(p -> p.limits().containsKey(CRM_ACCOUNTS));
    if (limited) {
      Map<Long, Long> counts = new HashMap<>();
      for (Subscription subscription : subscriptions) {
        long counted =
            counts.computeIfAbsent(subscription.getCustomerId(), id -> crmAccounts.count(id));
        if (counted > 0) {
          levels
              .computeIfAbsent(subscription.getId(), id -> new HashMap<>())
              .put(CRM_ACCOUNTS, counted);
        }
      }
    }
    return levels;
  }

  private Map<Long, Map<String, Long>> gauges(
      List<Subscription> subscriptions, PolicyPack pack, LocalDate date) {
    String[] metrics =
        pack.catalogue().metrics().stream()
            .filter(metric -> metric.kind() == Metric.Kind.GAUGE)
            .map(Metric::code)
            .toArray(String[]::new);
    long[] ids = subscriptions.stream().mapToLong(Subscription::getId).toArray();
    return sql
        .list(
            row -> new Level(row.getLong(1), row.getString(2), row.getLong(3)),
            "select distinct on (subscription_id, metric) subscription_id, metric, last_value"
                + " from usage_day where subscription_id = any(?) and metric = any(?)"
                + " and business_date <= ? order by subscription_id, metric, business_date desc",
            ids,
            metrics,
            date)
        .stream()
        .collect(
            Collectors.groupingBy(
                Level::subscriptionId,
                HashMap::new,
                Collectors.toMap(Level::metric, Level::value, Long::max, HashMap::new)));
  }

  private record Level(long subscriptionId, String metric, long value) {}
}
