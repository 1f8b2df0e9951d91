package org.kontor.billing.timeline.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.usage.control.UsageBook;
import org.kontor.billing.usage.control.UsageWindow;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.DailyPricing;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.timeline.Use;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MonthUsage;

/** Use so far; from then on states stay as they are and nothing is counted any more. */
@ApplicationScoped
class ForetoldUse {

  /** Whoever was parked for longer is foretold without the use of earlier months. */
  private static final int MONTHS = 12;

  private final UsageBook book;

  @Inject
  ForetoldUse(UsageBook book) {
    this.book = book;
  }

  /** For the container's proxy. */
  protected ForetoldUse() {
    this(null);
  }

  /** By subscription; of each rhythm with the statements of one. */
  Map<Long, Use> of(PolicyPack pack, List<SubscriptionSnapshot> subscriptions, LocalDate today) {
    Map<Long, Use> uses = new HashMap<>(subscriptions.size() * 2);
    List<SubscriptionSnapshot> daily = of(pack, subscriptions, Timing.DAILY);
    UsageWindow days = days(pack, daily, today);
    daily.forEach(one -> uses.put(one.id(), new Known(days, Map.of(), one.id())));
    List<SubscriptionSnapshot> monthly = of(pack, subscriptions, Timing.MONTHLY_ARREARS);
    Map<Long, Map<YearMonth, MonthUsage>> months = months(pack, monthly, today);
    monthly.forEach(one -> uses.put(one.id(), new Known(null, months.get(one.id()), one.id())));
    return uses;
  }

  private static List<SubscriptionSnapshot> of(
      PolicyPack pack, List<SubscriptionSnapshot> subscriptions, Timing timing) {
    return subscriptions.stream()
        .filter(one -> one.activatedOn() != null)
        .filter(one -> pack.plan(one.planCode()).filter(p -> p.timing() == timing).isPresent())
        .toList();
  }

  private UsageWindow days(PolicyPack pack, List<SubscriptionSnapshot> daily, LocalDate today) {
    LocalDate[] from = new LocalDate[daily.size()];
    for (int i = 0; i < from.length; i++) {
      LocalDate through = daily.get(i).chargedThrough();
      LocalDate open =
          through == null
              ? DailyPricing.firstChargedDay(pack, daily.get(i).activatedOn())
              : through.plusDays(1);
      from[i] = open.isAfter(today) ? today : open;
    }
    return book.days(pack, ids(daily), from, today);
  }

  private Map<Long, Map<YearMonth, MonthUsage>> months(
      PolicyPack pack, List<SubscriptionSnapshot> monthly, LocalDate today) {
    YearMonth present = YearMonth.from(today);
    Map<Long, Map<YearMonth, MonthUsage>> known = new HashMap<>();
    monthly.forEach(one -> known.put(one.id(), new HashMap<>()));
    YearMonth first = present;
    for (SubscriptionSnapshot one : monthly) {
      YearMonth begin = firstMonth(one, present);
      first = begin.isBefore(first) ? begin : first;
    }
    for (YearMonth month = first; !month.isAfter(present); month = month.plusMonths(1)) {
      month(pack, month, monthly, today)
          .forEach((id, used) -> known.get(id).put(used.month(), used.usage()));
    }
    known
        .values()
        .forEach(
            months ->
                months.put(
                    present.plusMonths(1), staying(months.getOrDefault(present, MonthUsage.NONE))));
    return known;
  }

  /** The use of one month, of all that have days in it which are not settled. */
  private Map<Long, Used> month(
      PolicyPack pack, YearMonth month, List<SubscriptionSnapshot> monthly, LocalDate today) {
    YearMonth present = YearMonth.from(today);
    LocalDate to = month.equals(present) ? today : month.atEndOfMonth();
    List<SubscriptionSnapshot> open =
        monthly.stream()
            .filter(one -> !firstMonth(one, present).isAfter(month))
            .filter(one -> !from(one, month).isAfter(to))
            .toList();
    LocalDate[] from = open.stream().map(one -> from(one, month)).toArray(LocalDate[]::new);
    Map<Long, MonthUsage> found = book.month(pack, ids(open), from, to);
    Map<Long, Used> used = new HashMap<>();
    for (SubscriptionSnapshot one : open) {
      used.put(one.id(), new Used(month, found.getOrDefault(one.id(), MonthUsage.NONE)));
    }
    return used;
  }

  private static YearMonth firstMonth(SubscriptionSnapshot one, YearMonth present) {
    LocalDate through = one.chargedThrough();
    YearMonth month = YearMonth.from(through == null ? one.activatedOn() : through.plusDays(1));
    YearMonth earliest = present.minusMonths(MONTHS);
    return month.isBefore(earliest) ? earliest : month;
  }

  private static LocalDate from(SubscriptionSnapshot one, YearMonth month) {
    LocalDate first = month.atDay(1);
    return one.activatedOn().isAfter(first) ? one.activatedOn() : first;
  }

  private static long[] ids(List<SubscriptionSnapshot> subscriptions) {
    return subscriptions.stream().mapToLong(SubscriptionSnapshot::id).toArray();
  }

  /** Gauges keep their last value, counters begin at nothing. */
  private static MonthUsage staying(MonthUsage last) {
    Map<String, MonthUsage.Figures> metrics = new HashMap<>();
    last.metrics()
        .forEach(
            (metric, figures) ->
                metrics.put(metric, new MonthUsage.Figures(0, figures.atEnd(), figures.atEnd())));
    return new MonthUsage(metrics, List.of());
  }

  private record Used(YearMonth month, MonthUsage usage) {}

  private record Known(UsageWindow days, Map<YearMonth, MonthUsage> months, long id)
      implements Use {

    @Override
    public DayUsage on(LocalDate day) {
      return days == null ? DayUsage.NONE : days.on(id, day);
    }

    @Override
    public MonthUsage in(YearMonth month) {
      MonthUsage known = months.get(month);
      return known != null
          ? known
          : months.keySet().stream()
              .filter(other -> other.isBefore(month))
              .max(YearMonth::compareTo)
              .map(months::get)
              .orElse(MonthUsage.NONE);
    }
  }
}
