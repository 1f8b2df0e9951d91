package org.kontor.billing.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.usage.boundary.UsedDay;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.PolicyPack;

/** Days with facts, for one subscription and month. */
@ApplicationScoped
public class UsageDays {

  private static final String DAYS =
      "select d.business_date, d.metric, d.peak, d.last_value, d.total,"
          + " (select f.evidence from usage_fact f where f.subscription_id = d.subscription_id"
          + " and f.metric = d.metric and f.business_date = d.business_date and f.evidence <> ''"
          + " order by f.occurred_at desc, f.recorded_at desc limit 1)"
          + " from usage_day d where d.subscription_id = ? and d.metric = any(?)"
          + " and d.business_date between ? and ? order by d.business_date, d.metric";

  private final Sql sql;
  private final FactStore facts;

  @Inject
  public UsageDays(Sql sql, FactStore facts) {
    this.sql = sql;
    this.facts = facts;
  }

  /** For the container's proxy. */
  protected UsageDays() {
    this(null, null);
  }

  /** The vendor of a subscription; empty when there is none. */
  public Optional<String> vendorOf(long subscriptionId) {
    return sql.one(
        row -> row.getString(1),
        "select vendor_code from subscription where id = ?",
        subscriptionId);
  }

  /** Last day that is closed to facts, or null. */
  public LocalDate closedThrough(PolicyPack pack, long id) {
    return facts.read(id).map(owner -> owner.known(pack).closedThrough()).orElse(null);
  }

  public List<UsedDay> of(PolicyPack pack, long id, YearMonth month) {
    return sql.list(
        row -> {
          String metric = row.getString(2);
          boolean gauge =
              FactOwner.metric(pack, metric).filter(m -> m.kind() == Metric.Kind.GAUGE).isPresent();
          return new UsedDay(
              UsageBook.day(row, 1),
              metric,
              gauge ? Metric.Kind.GAUGE.name() : Metric.Kind.COUNTER.name(),
              gauge ? row.getLong(3) : null,
              gauge ? row.getLong(4) : null,
              gauge ? null : row.getLong(5),
              row.getString(6));
        },
        DAYS,
        id,
        pack.catalogue().metrics().stream().map(Metric::code).toArray(String[]::new),
        month.atDay(1),
        month.atEndOfMonth());
  }
}
