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

  Use of(PolicyPack pack, SubscriptionSnapshot subscription, LocalDate today) {
    Timing timing = pack.plan(subscription.planCode()).map(plan -> plan.timing()).orElse(null);
    if (subscription.activatedOn() == null || timing == null) {
      return Use.NONE;
    }
    return switch (timing) {
      case DAILY -> new Known(days(pack, subscription, today), Map.of(), subscription.id());
      case MONTHLY_ARREARS -> new Known(null, months(pack, subscription, today), subscription.id());
      case MONTHLY_ADVANCE -> Use.NONE;
    };
  }

  private UsageWindow days(PolicyPack pack, SubscriptionSnapshot subscription, LocalDate today) {
    LocalDate through = subscription.chargedThrough();
    LocalDate open =
        through == null
            ? DailyPricing.firstChargedDay(pack, subscription.activatedOn())
            : through.plusDays(1);
    LocalDate from = open.isAfter(today) ? today : open;
    return book.days(pack, new long[] {subscription.id()}, new LocalDate[] {from}, today);
  }

  private Map<YearMonth, MonthUsage> months(
      PolicyPack pack, SubscriptionSnapshot subscription, LocalDate today) {
    YearMonth present = YearMonth.from(today);
    LocalDate through = subscription.chargedThrough();
    YearMonth month =
        YearMonth.from(through == null ? subscription.activatedOn() : through.plusDays(1));
    if (month.isBefore(present.minusMonths(MONTHS))) {
      month = present.minusMonths(MONTHS);
    }
    Map<YearMonth, MonthUsage> months = new HashMap<>();
    for (; !month.isAfter(present); month = month.plusMonths(1)) {
      LocalDate first = month.atDay(1);
      LocalDate activated = subscription.activatedOn();
      LocalDate from = activated.isAfter(first) ? activated : first;
      LocalDate to = month.equals(present) ? today : month.atEndOfMonth();
      if (!from.isAfter(to)) {
        long[] id = {subscription.id()};
        MonthUsage used =
            book.month(pack, id, new LocalDate[] {from}, to)
                .getOrDefault(subscription.id(), MonthUsage.NONE);
        months.put(month, used);
      }
    }
    MonthUsage last = months.getOrDefault(present, MonthUsage.NONE);
    months.put(present.plusMonths(1), staying(last));
    return months;
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
