package org.kontor.billing.usage.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.usage.DayFigures;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MonthUsage;

/**
 * Use by day and by month, for one subscription or thousands with three statements. Each statement
 * reaches the rows of a day by key, so that it costs the same after ten years.
 */
@ApplicationScoped
public class UsageBook {

  private static final String DAYS =
      "select subscription_id, metric, business_date, peak, last_value, last_at, total"
          + " from usage_day where subscription_id = any(?) and metric = any(?)"
          + " and business_date between ? and ?";

  private static final String CARRIED =
      "select t.id, m.metric, u.last_value"
          + " from unnest(?::bigint[], ?::text[]) t (id, day)"
          + " cross join unnest(?::text[]) m (metric)"
          + " cross join lateral (select d.last_value from usage_day d"
          + " where d.subscription_id = t.id and d.metric = m.metric"
          + " and d.business_date < t.day::date order by d.business_date desc limit 1) u";

  // Facts of days already charged, what was known of their day (or month) before them, and what
  // charged it: the version, and the items without a colon, one of which is the plan. Days of trial
  // count in no month (S2.6)
  private static final String LATE =
      "select f.subscription_id, f.metric, f.used_on, f.charged_on, f.quantity,"
          + " (select coalesce(sum(d.total), 0) from usage_day d"
          + " where d.subscription_id = f.subscription_id and d.metric = f.metric"
          + " and d.business_date between greatest(f.used_on, s.activated_on) and case when ?"
          + " then (f.used_on + interval '1 month - 1 day')::date else f.used_on end) - f.quantity,"
          + " c.policy, c.items, c.vendor_code"
          + " from (select customer_id, subscription_id, metric,"
          + " case when ? then date_trunc('month', business_date)::date else business_date end"
          + " used_on, charged_on, sum(quantity)::bigint quantity from usage_fact"
          + " where charged_on > business_date and charged_on between ? and ?"
          + " and subscription_id = any(?) group by 1, 2, 3, 4, 5) f"
          + " join subscription s on s.id = f.subscription_id"
          + " left join lateral (select max(policy) policy, array_agg(item_code) items,"
          + " max(vendor_code) vendor_code from charge where customer_id = f.customer_id"
          + " and subscription_id = f.subscription_id and business_date = case when ?"
          + " then (f.used_on + interval '1 month')::date else f.used_on end"
          + " and position(':' in item_code) = 0) c on true order by 1, 2, 3";

  private static final String MONTH =
      "select t.id, m.metric, sum(d.total)::bigint, max(d.peak),"
          + " (array_agg(d.last_value order by d.business_date desc))[1]"
          + " from unnest(?::bigint[], ?::text[]) t (id, day)"
          + " cross join unnest(?::text[]) m (metric)"
          + " join usage_day d on d.subscription_id = t.id and d.metric = m.metric"
          + " and d.business_date between t.day::date and ? group by 1, 2";

  private final Sql sql;
  private final PolicyBook policies;

  @Inject
  public UsageBook(Sql sql, PolicyBook policies) {
    this.sql = sql;
    this.policies = policies;
  }

  /** For the container's proxy. */
  protected UsageBook() {
    this(null, null);
  }

  /**
   * Use of open days.
   *
   * @param from first open day of each subscription, in the order of {@code ids}
   * @param to last day wanted
   */
  public UsageWindow days(PolicyPack pack, long[] ids, LocalDate[] from, LocalDate to) {
    PricedMetrics metrics = PricedMetrics.of(pack, Timing.DAILY);
    UsageWindow window = new UsageWindow(ids.length);
    if (ids.length == 0) {
      return window;
    }
    LocalDate earliest = from[0];
    for (LocalDate day : from) {
      earliest = day.isBefore(earliest) ? day : earliest;
    }
    carried(ids, texts(from), metrics.gauges())
        .forEach(c -> window.carriedIn(c.subscription, c.metric, c.value));
    sql.list(
        row -> window.figures(row.getLong(1), row.getString(2), day(row, 3), figures(row, 4)),
        DAYS,
        ids,
        metrics.all(),
        earliest,
        to);
    late(ids, false, new DateRange(earliest, to))
        .forEach(l -> window.late(l.subscription, l.chargedOn, l.late));
    return window;
  }

  /**
   * Use of a month or of its days so far, by subscription.
   *
   * @param from first day that counts of each subscription, in the order of {@code ids}: not before
   *     its activation, because trial days are never charged (S2.6)
   */
  public Map<Long, MonthUsage> month(PolicyPack pack, long[] ids, LocalDate[] from, LocalDate to) {
    PricedMetrics metrics = PricedMetrics.of(pack, Timing.MONTHLY_ARREARS);
    if (ids.length == 0) {
      return Map.of();
    }
    MonthWindow window = new MonthWindow();
    String[] days = texts(from);
    carried(ids, days, metrics.gauges())
        .forEach(c -> window.carriedIn(c.subscription, c.metric, c.value));
    sql.list(
        row ->
            window.month(
                row.getLong(1), row.getString(2), row.getLong(3), row.getLong(4), row.getLong(5)),
        MONTH,
        ids,
        days,
        metrics.all(),
        to);
    late(ids, true, DateRange.of(YearMonth.from(to)))
        .forEach(l -> window.late(l.subscription, l.late));
    return window.done();
  }

  /** Last known values of gauges before a day, by metric. */
  public Map<String, Long> carriedIn(long subscriptionId, String[] metrics, LocalDate day) {
    Map<String, Long> result = new HashMap<>();
    carried(new long[] {subscriptionId}, new String[] {day.toString()}, metrics)
        .forEach(c -> result.put(c.metric, c.value));
    return result;
  }

  private List<Carried> carried(long[] ids, String[] days, String[] gauges) {
    return gauges.length == 0
        ? List.of()
        : sql.list(
            row -> new Carried(row.getLong(1), row.getString(2), row.getLong(3)),
            CARRIED,
            ids,
            days,
            gauges);
  }

  private List<LateRow> late(long[] ids, boolean byMonth, DateRange chargedOn) {
    return sql.list(
        row ->
            new LateRow(
                row.getLong(1),
                day(row, 4),
                new DayUsage.Late(
                    row.getString(2), day(row, 3), row.getLong(5), row.getLong(6), rates(row, 7))),
        LATE,
        byMonth,
        byMonth,
        chargedOn.from(),
        chargedOn.to(),
        ids,
        byMonth);
  }

  /** Null where the day was not charged in any way that is known. */
  private DayUsage.Rates rates(ResultSet row, int column) throws SQLException {
    String policy = row.getString(column);
    if (policy == null) {
      return null;
    }
    int version = Integer.parseInt(policy.substring(policy.lastIndexOf('@') + 1));
    PolicyPack pack = policies.version(row.getString(column + 2), version);
    List<String> items = List.of((String[]) row.getArray(column + 1).getArray());
    return pack.catalogue().plans().stream()
        .filter(plan -> items.contains(plan.code()))
        .findFirst()
        .map(plan -> new DayUsage.Rates(pack, plan))
        .orElse(null);
  }

  private static String[] texts(LocalDate[] days) {
    return Arrays.stream(days).map(LocalDate::toString).toArray(String[]::new);
  }

  static DayFigures figures(ResultSet row, int column) throws SQLException {
    return new DayFigures(
        row.getLong(column),
        row.getLong(column + 1),
        row.getObject(column + 2, OffsetDateTime.class).toInstant(),
        row.getLong(column + 3));
  }

  static LocalDate day(ResultSet row, int column) throws SQLException {
    return row.getObject(column, LocalDate.class);
  }

  private record Carried(long subscription, String metric, long value) {}

  private record LateRow(long subscription, LocalDate chargedOn, DayUsage.Late late) {}
}
