package org.kontor.billing.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.billing.usage.control.FactRow.DayKey;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.usage.DayFigures;

/**
 * Figures of days, kept beside the facts so that a run reads one row instead of many. The upsert
 * folds exactly as {@link DayFigures#with} does, whatever the order of arrival.
 */
@ApplicationScoped
public class DayStore {

  private static final String FOLD =
      "insert into usage_day (customer_id, subscription_id, metric, business_date, peak,"
          + " last_value, last_at, total) select customer, subscription, metric, day::date, peak,"
          + " last, at::timestamptz, total from unnest(?::bigint[], ?::bigint[], ?::text[],"
          + " ?::text[], ?::bigint[], ?::bigint[], ?::text[], ?::bigint[]) t (customer,"
          + " subscription, metric, day, peak, last, at, total) on conflict (subscription_id,"
          + " metric, business_date) do update set peak = greatest(usage_day.peak, excluded.peak),"
          + " last_value = case when (excluded.last_at, excluded.last_value) > (usage_day.last_at,"
          + " usage_day.last_value) then excluded.last_value else usage_day.last_value end, last_at"
          + " = greatest(usage_day.last_at, excluded.last_at), total = usage_day.total +"
          + " excluded.total";

  private static final String TOTALS =
      "select d.subscription_id, d.metric, d.business_date, d.total"
          + " from unnest(?::bigint[], ?::text[], ?::text[]) t (id, metric, day)"
          + " join usage_day d on d.subscription_id = t.id and d.metric = t.metric"
          + " and d.business_date = t.day::date";

  private static final String CORRECTED =
      "select distinct f.subscription_id, f.metric, f.business_date"
          + " from unnest(?::bigint[], ?::text[], ?::text[]) t (id, metric, day)"
          + " join usage_fact f on f.subscription_id = t.id and f.metric = t.metric"
          + " and f.business_date = t.day::date where f.correction";

  // Of each moment the latest correction stands, else the highest value
  private static final String REFOLD =
      "insert into usage_day (customer_id, subscription_id, metric, business_date, peak,"
          + " last_value, last_at, total) select max(customer_id), subscription_id, metric,"
          + " business_date, max(quantity), (array_agg(quantity order by occurred_at desc))[1],"
          + " max(occurred_at), sum(quantity) from (select distinct on (subscription_id, metric,"
          + " business_date, occurred_at) f.* from unnest(?::bigint[], ?::text[], ?::text[]) t"
          + " (sub, m, day) join usage_fact f on f.subscription_id = t.sub and f.metric = t.m and"
          + " f.business_date = t.day::date order by subscription_id, metric, business_date,"
          + " occurred_at, correction desc, case when correction then recorded_at end desc, case"
          + " when correction then id end desc, quantity desc) moments group by subscription_id,"
          + " metric, business_date on conflict (subscription_id, metric, business_date) do update"
          + " set peak = excluded.peak, last_value = excluded.last_value, last_at ="
          + " excluded.last_at, total = excluded.total";

  private final Sql sql;

  @Inject
  public DayStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected DayStore() {
    this(null);
  }

  /** Folds new facts into their days. */
  void fold(List<FactRow> rows) {
    if (rows.isEmpty()) {
      return;
    }
    Map<DayKey, DayFigures> figures = new TreeMap<>();
    Map<Long, Long> customers = new HashMap<>();
    for (FactRow row : rows) {
      customers.put(row.key().subscriptionId(), row.owner().customerId());
      figures.merge(row.day(), DayFigures.of(row.quantity(), row.occurredAt()), DayFigures::with);
    }
    sql.update(
        FOLD,
        figures.keySet().stream().mapToLong(key -> customers.get(key.subscriptionId())).toArray(),
        figures.keySet().stream().mapToLong(DayKey::subscriptionId).toArray(),
        metrics(figures.keySet()),
        days(figures.keySet()),
        figures.values().stream().mapToLong(DayFigures::peak).toArray(),
        figures.values().stream().mapToLong(DayFigures::last).toArray(),
        figures.values().stream().map(f -> f.lastAt().toString()).toArray(String[]::new),
        figures.values().stream().mapToLong(DayFigures::total).toArray());
  }

  /** What the days count up to now; days without facts are left out. */
  Map<DayKey, Long> totals(Collection<DayKey> wanted) {
    Map<DayKey, Long> totals = new HashMap<>();
    if (!wanted.isEmpty()) {
      Set<DayKey> days = new HashSet<>(wanted);
      sql.list(
              row ->
                  Map.entry(
                      new DayKey(row.getLong(1), row.getString(2), UsageBook.day(row, 3)),
                      row.getLong(4)),
              TOTALS,
              days.stream().mapToLong(DayKey::subscriptionId).toArray(),
              metrics(days),
              days(days))
          .forEach(entry -> totals.put(entry.getKey(), entry.getValue()));
    }
    return totals;
  }

  /** Those of the days that have correcting facts. */
  Set<DayKey> corrected(Collection<DayKey> days) {
    return new HashSet<>(
        sql.list(
            row -> new DayKey(row.getLong(1), row.getString(2), UsageBook.day(row, 3)),
            CORRECTED,
            days.stream().mapToLong(DayKey::subscriptionId).toArray(),
            metrics(days),
            days(days)));
  }

  /** Makes the figures of gauges anew from their facts. */
  void refold(Collection<DayKey> days) {
    if (!days.isEmpty()) {
      sql.update(
          REFOLD,
          days.stream().mapToLong(DayKey::subscriptionId).toArray(),
          metrics(days),
          days(days));
    }
  }

  /** Figures of the days with facts. */
  Map<LocalDate, DayFigures> figures(
      long subscriptionId, String metric, LocalDate from, LocalDate to) {
    Map<LocalDate, DayFigures> result = new HashMap<>();
    sql.list(
            row -> Map.entry(UsageBook.day(row, 1), UsageBook.figures(row, 2)),
            "select business_date, peak, last_value, last_at, total from usage_day"
                + " where subscription_id = ? and metric = ? and business_date between ? and ?",
            subscriptionId,
            metric,
            from,
            to)
        .forEach(entry -> result.put(entry.getKey(), entry.getValue()));
    return result;
  }

  private static String[] metrics(Collection<DayKey> days) {
    return days.stream().map(DayKey::metric).toArray(String[]::new);
  }

  private static String[] days(Collection<DayKey> days) {
    return days.stream().map(key -> key.day().toString()).toArray(String[]::new);
  }
}
