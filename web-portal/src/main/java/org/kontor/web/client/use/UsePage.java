package org.kontor.web.client.use;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kontor.billing.charging.boundary.TariffView;
import org.kontor.billing.charging.boundary.Tariffs;
import org.kontor.billing.charging.boundary.UsageView;
import org.kontor.billing.charging.boundary.UsedMonths;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.usage.boundary.UsedDay;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.timeline.Assumptions;
import org.kontor.domain.timeline.Event;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.chart.Plot;
import org.kontor.web.client.timeline.Ahead;
import org.kontor.web.client.timeline.NextCharge;
import org.kontor.web.client.wallet.Charged;

/** What is used in a month, by which prices, and what comes of it; the address holds the month. */
@Named
@RequestScoped
public class UsePage {

  private static final int SHOWN = 5;

  @Inject private Visit visit;
  @Inject private TextBean t;
  @Inject private Charged charged;
  @Inject private UsedMonths months;
  @Inject private Tariffs tariffs;
  @Inject private Ahead ahead;

  private String month;
  private String after;
  private List<Service> services;

  public List<Service> getServices() {
    if (services == null) {
      services = rest().limit(SHOWN).map(this::service).toList();
    }
    return services;
  }

  private Stream<SubscriptionView> rest() {
    long shown = after == null ? 0 : Long.parseLong(after);
    return charged.services().stream().filter(service -> service.id() > shown);
  }

  /** Cursor of the services that follow those that are shown; null when these are the last. */
  public Long getNext() {
    return rest().skip(SHOWN).findFirst().isEmpty()
        ? null
        : getServices().get(SHOWN - 1).view().id();
  }

  public String getAfter() {
    return after;
  }

  /** A cursor that was mistyped is none. */
  public void setAfter(String after) {
    this.after = after != null && after.matches("\\d{1,18}") ? after : null;
  }

  /** Whether what comes next depends on a payment. */
  public boolean isOwing() {
    return ahead.future().owing();
  }

  private Service service(SubscriptionView view) {
    UsageView usage = months.of(view, month());
    TariffView tariff = tariff(view, usage);
    List<Curve> curves = new ArrayList<>();
    DateRange days = days(view, usage);
    if (tariff != null && days != null) {
      for (TariffView.Gauge gauge : tariff.gauges()) {
        if (gauge.before() > 0 || has(usage, gauge.metric())) {
          curves.add(Curve.of(gauge.name(), true, gauge.before(), days, of(usage, gauge.metric())));
        }
      }
      for (TariffView.Metered metered : tariff.metered()) {
        if (has(usage, metered.metric())) {
          curves.add(Curve.of(metered.name(), false, 0, days, of(usage, metered.metric())));
        }
      }
    }
    ForetoldEvent next = NextCharge.of(ahead.future().inTime(), view.id());
    boolean daily =
        view.timing() == Timing.DAILY && next != null && next.kind() == Event.Kind.CHARGE;
    return new Service(view, usage, tariff, curves, next, ahead.future().assumptions(), daily);
  }

  /** The days of the month in which it was in use; null when there were none. */
  private static DateRange days(SubscriptionView view, UsageView usage) {
    LocalDate first = usage.month().atDay(1);
    LocalDate from =
        view.activatedOn() != null && view.activatedOn().isAfter(first)
            ? view.activatedOn()
            : first;
    LocalDate to = usage.soFar() == null ? usage.month().atEndOfMonth() : usage.soFar().to();
    return from.isAfter(to) ? null : new DateRange(from, to);
  }

  private static boolean has(UsageView usage, String metric) {
    return usage.days().stream().anyMatch(day -> day.metric().equals(metric));
  }

  private static Map<LocalDate, UsedDay> of(UsageView usage, String metric) {
    return usage.days().stream()
        .filter(day -> day.metric().equals(metric))
        .collect(Collectors.toMap(UsedDay::date, day -> day));
  }

  /** Null when the policy in force has no longer this plan. */
  private TariffView tariff(SubscriptionView view, UsageView usage) {
    try {
      return tariffs.of(view, usage, visit.getLanguage().code());
    } catch (Refused refused) {
      if (refused.problem().code() != ProblemCode.NOT_FOUND) {
        throw refused;
      }
      return null;
    }
  }

  /** The month that is shown, and its neighbours in the address. */
  public YearMonth getShownMonth() {
    return getServices().isEmpty() ? null : getServices().get(0).usage.month();
  }

  public YearMonth getBefore() {
    return getShownMonth().minusMonths(1);
  }

  /** Null in the current month: nothing is used ahead. */
  public YearMonth getFollowing() {
    boolean current = getServices().get(0).usage.soFar() != null;
    return current ? null : getShownMonth().plusMonths(1);
  }

  /** As asked for; null for the current one. */
  public YearMonth month() {
    try {
      return month == null || month.length() > 7 ? null : YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      // The current one
      return null;
    }
  }

  /** What of the address is no month, in words; empty when it was understood. */
  public List<String> getFaults() {
    return month == null || month.isBlank() || month() != null
        ? List.of()
        : List.of(t.of("money.period.wrong"));
  }

  public String getMonth() {
    return month;
  }

  public void setMonth(String month) {
    this.month = month;
  }

  /**
   * A service with its use.
   *
   * @param next invoice or charge that comes next; null when none is in sight
   * @param assumptions what the estimate takes for granted
   * @param daily whether what comes next are the charges of the days left in the month
   */
  public record Service(
      SubscriptionView view,
      UsageView usage,
      TariffView tariff,
      List<Curve> curves,
      ForetoldEvent next,
      List<Assumptions.Taken> assumptions,
      boolean daily) {}

  /**
   * One metric over the days of a month.
   *
   * @param gauge whether it is a state, which stays until the next fact
   */
  public record Curve(
      String name, boolean gauge, List<DayValue> days, long highest, long sum, Plot plot) {

    static Curve of(
        String name, boolean gauge, long before, DateRange range, Map<LocalDate, UsedDay> facts) {
      List<DayValue> days = new ArrayList<>();
      long value = before;
      for (LocalDate day = range.from(); !day.isAfter(range.to()); day = day.plusDays(1)) {
        UsedDay fact = facts.get(day);
        if (gauge) {
          value = fact == null ? value : fact.last();
        } else {
          value = fact == null ? 0 : fact.total();
        }
        days.add(new DayValue(day, value));
      }
      YearMonth month = YearMonth.from(range.from());
      Map<Integer, BigDecimal> drawn =
          days.stream()
              .collect(
                  Collectors.toMap(
                      d -> d.date().getDayOfMonth(), d -> BigDecimal.valueOf(d.value())));
      return new Curve(
          name,
          gauge,
          days,
          days.stream().mapToLong(DayValue::value).max().orElse(0),
          days.stream().mapToLong(DayValue::value).sum(),
          Plot.bars(
              IntStream.rangeClosed(1, month.lengthOfMonth())
                  .mapToObj(day -> drawn.getOrDefault(day, BigDecimal.ZERO))
                  .toList()));
    }
  }

  /** A day's value. */
  public record DayValue(LocalDate date, long value) {}
}
