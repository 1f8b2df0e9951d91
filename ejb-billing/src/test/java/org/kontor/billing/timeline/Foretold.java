package org.kontor.billing.timeline;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.kontor.billing.policy.control.PackReader;
import org.kontor.domain.access.OpenCase;
import org.kontor.domain.access.Relief;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.WorkCalendar;
import org.kontor.domain.timeline.Account;
import org.kontor.domain.timeline.Assumptions;
import org.kontor.domain.timeline.Assumptions.Payment;
import org.kontor.domain.timeline.Event;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Holding;
import org.kontor.domain.timeline.Holding.Life;
import org.kontor.domain.timeline.Timeline;
import org.kontor.domain.timeline.Use;
import org.kontor.domain.usage.DayUsage;
import org.kontor.domain.usage.MetricDay;
import org.kontor.domain.usage.MonthUsage;

/** An account of one of the five vendors, and what becomes of it. */
final class Foretold {

  final PolicyPack pack;
  private final Instant now;
  private final String plan;
  private State state = State.ACTIVE;
  private LocalDate started;
  private LocalDate trialLastDay;
  private LocalDate chargedThrough;
  private LocalDate lastLogin;
  private Money balance;
  private Money bonus;
  private long heads;
  private OpenCase debt;
  private final List<Relief> reliefs = new ArrayList<>();
  private final List<ComponentPeriod> components = new ArrayList<>();
  private final List<Payment> payments = new ArrayList<>();
  private final List<Account.Owed> owed = new ArrayList<>();

  Foretold(String vendor, String plan, String now) {
    pack = PackReader.bundled(vendor);
    this.plan = plan;
    this.now = moment(now);
    started = LocalDate.ofInstant(this.now, pack.zone());
    balance = Money.zero(pack.seller().currency());
    bonus = balance;
  }

  Instant moment(String local) {
    return LocalDateTime.parse(local).atZone(pack.zone()).toInstant();
  }

  Money money(String amount) {
    return Money.of(amount, pack.seller().currency().getCurrencyCode());
  }

  Foretold since(String day) {
    started = LocalDate.parse(day);
    return this;
  }

  Foretold charged(String through) {
    chargedThrough = LocalDate.parse(through);
    return this;
  }

  Foretold balance(String amount) {
    balance = money(amount);
    return this;
  }

  Foretold bonus(String amount) {
    bonus = money(amount);
    return this;
  }

  Foretold trial(String lastDay) {
    state = State.TRIAL;
    trialLastDay = LocalDate.parse(lastDay);
    return this;
  }

  Foretold seen(String day) {
    lastLogin = LocalDate.parse(day);
    return this;
  }

  Foretold heads(long number) {
    heads = number;
    return this;
  }

  Foretold component(String code, long quantity) {
    components.add(new ComponentPeriod(code, quantity, started, null));
    return this;
  }

  Foretold owing(OpenCase openCase) {
    debt = openCase;
    return this;
  }

  Foretold spared(Relief relief) {
    reliefs.add(relief);
    return this;
  }

  Foretold pays(String amount, String at) {
    payments.add(new Payment(money(amount), moment(at)));
    return this;
  }

  /** An invoice that is open. */
  Foretold open(String amount, String due) {
    Standing.OpenItem item =
        new Standing.OpenItem(LocalDate.parse(due), money(amount), money(amount));
    owed.add(new Account.Owed(5, "K-1", 7, LocalDate.parse(due).minusDays(10), item));
    return this;
  }

  /** What happens if all that is open is paid in time. */
  Stream<Event> inTime(String day, Kind... kinds) {
    Account account = account();
    return Timeline.of(account, Assumptions.paidInTime(account), LocalDate.parse(day)).stream()
        .filter(event -> List.of(kinds).contains(event.kind()));
  }

  Account account() {
    boolean trial = state == State.TRIAL;
    SubscriptionSnapshot subscription =
        new SubscriptionSnapshot(
            7,
            3,
            plan,
            state,
            started,
            trialLastDay,
            trial ? null : started,
            null,
            null,
            null,
            chargedThrough,
            BigDecimal.ZERO,
            BigDecimal.ZERO,
            components);
    Holding holding =
        new Holding(
            subscription,
            use(),
            List.of(),
            null,
            debt,
            reliefs,
            null,
            List.of(),
            new Life(lastLogin, false, null, null, false, null));
    return new Account(
        day -> pack,
        calendar(),
        3,
        new Buyer(
            "Buyer",
            "",
            "",
            new Address("Str. Unu 1", "SECTOR1", "010101", "B", "RO"),
            "buyer@example.com",
            "en"),
        new Buckets(balance, bonus),
        owed,
        plan == null ? List.of() : List.of(holding),
        now);
  }

  List<Event> until(String day) {
    return Timeline.of(account(), new Assumptions(payments), LocalDate.parse(day));
  }

  List<Event> until(String day, Kind... kinds) {
    Predicate<Event> wanted = event -> List.of(kinds).contains(event.kind());
    return until(day).stream().filter(wanted).toList();
  }

  /** {@code kind local-moment}, the way a person would write it down. */
  String line(Event event) {
    return event.kind() + " " + event.at().atZone(pack.zone()).toLocalDateTime();
  }

  private Use use() {
    long value = heads;
    return new Use() {
      @Override
      public DayUsage on(LocalDate day) {
        return new DayUsage(Map.of(Metric.HEADCOUNT, new MetricDay(value, null)), List.of());
      }

      @Override
      public MonthUsage in(YearMonth month) {
        return MonthUsage.NONE;
      }
    };
  }

  private WorkCalendar calendar() {
    String country = pack.seller().address().country();
    return new WorkCalendar(
        country,
        IntStream.rangeClosed(2024, 2029)
            .mapToObj(
                year -> new CalendarYear(country, year, 1, "test", false, List.of(), List.of()))
            .toList());
  }
}
