package org.kontor.web.client.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.billing.order.boundary.Orders;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.timeline.boundary.RecentChange;
import org.kontor.billing.timeline.boundary.RecentChanges;
import org.kontor.billing.timeline.boundary.TimelineView;
import org.kontor.billing.timeline.boundary.Timelines;
import org.kontor.billing.wallet.boundary.WalletView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.timeline.Event;
import org.kontor.web.client.Standing;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.timeline.NextCharge;
import org.kontor.web.client.timeline.TimelinePage;

/** What the first page says. */
@Named
@RequestScoped
public class HomePage {

  private static final int SHOWN = 5;
  private static final int SOON_DAYS = 30;

  /** What a customer wants to know beforehand; charges of each month are told on another page. */
  private static final List<Event.Kind> TOLD =
      List.of(
          Event.Kind.INVOICE,
          Event.Kind.INVOICE_DUE,
          Event.Kind.BALANCE_EXHAUSTED,
          Event.Kind.ACCESS,
          Event.Kind.STOPPED,
          Event.Kind.PROMISE_BROKEN,
          Event.Kind.PLAN_CHANGE,
          Event.Kind.TRIAL_OVER,
          Event.Kind.ENDED,
          Event.Kind.CLOSED,
          Event.Kind.DELETED);

  @Inject private Visit visit;
  @Inject private TextBean t;
  @Inject private Invoices invoices;
  @Inject private Wallets wallets;
  @Inject private Subscriptions subscriptions;
  @Inject private Standing standing;
  @Inject private Timelines timelines;
  @Inject private RecentChanges recent;
  @Inject private Orders orders;
  @Inject private BookClock clock;

  private List<InvoiceSummary> open;
  private WalletView wallet;
  private List<Service> services;
  private final List<TimelineView> foretold = new ArrayList<>();
  private boolean more;
  private List<EndingSoon> ending;
  private List<RecentChange> changes;

  /** Open invoices, the oldest first. */
  public List<InvoiceSummary> getOpen() {
    if (open == null) {
      open = invoices.list(visit.customerId(), null, "open", null, 200).items();
    }
    return open;
  }

  /** Open invoices, and what the balance is below zero. */
  public BigDecimal getDue() {
    return getOpen().stream()
        .map(InvoiceSummary::amountDue)
        .reduce(getWallet().balance().negate().max(BigDecimal.ZERO), BigDecimal::add);
  }

  public boolean isPaid() {
    return getDue().signum() == 0;
  }

  /** The first day by which something must be paid; null when nothing is open. */
  public LocalDate getDueDate() {
    return getOpen().stream().map(InvoiceSummary::dueDate).min(LocalDate::compareTo).orElse(null);
  }

  /** The first day of delay of the oldest one: its last day in time is over then (S1.27). */
  public LocalDate getDueSince() {
    return getDueDate().plusDays(1);
  }

  public boolean isOverdue() {
    return getOpen().stream().anyMatch(invoice -> invoice.state().equals("overdue"));
  }

  public WalletView getWallet() {
    if (wallet == null) {
      wallet = wallets.view(visit.customerId());
    }
    return wallet;
  }

  /** Whether this customer has anything to do with a balance. */
  public boolean isWithBalance() {
    return getWallet().balance().signum() != 0
        || getServices().stream().anyMatch(s -> s.view().timing() != Timing.MONTHLY_ADVANCE);
  }

  /** What will happen, in words: of access what it becomes for who reads it. */
  public String told(ForetoldEvent event) {
    return event.kind() == Event.Kind.ACCESS
        ? t.of("service.becomes." + TimelinePage.becomes(event, visit.getVisitor().role().name()))
        : t.of("service.event." + event.kind());
  }

  /** The first of those that are neither ended nor deleted. */
  public List<Service> getServices() {
    if (services == null) {
      Page<SubscriptionView> living = subscriptions.living(visit.customerId(), null, SHOWN);
      more = living.next() != null;
      services = living.items().stream().map(this::service).toList();
    }
    return services;
  }

  /** Whether there are more services than are shown. */
  public boolean isMore() {
    getServices();
    return more;
  }

  private Service service(SubscriptionView view) {
    TimelineView timeline = timelines.foretell(view.id(), null, null, Timelines.Detail.MONTHS);
    foretold.add(timeline);
    AccessAnswer access = standing.of(view.id());
    String now = access == null ? null : access.effect().name();
    List<ForetoldEvent> events =
        TimelinePage.news(timeline.events(), visit.getVisitor().role().name(), now).stream()
            .filter(event -> TOLD.contains(event.kind()))
            .limit(SHOWN)
            .toList();
    return new Service(view, access, timeline.lastsThrough(), events, today());
  }

  /** The first charge to come of all services; null when none is in sight. */
  public NextCharge getNextCharge() {
    getServices();
    return NextCharge.ofAll(foretold);
  }

  /** Whether that is the sum of a month's daily charges. */
  public boolean isNextSummed() {
    return getNextCharge().kind() == Event.Kind.CHARGE
        && getServices().stream().anyMatch(service -> service.view().timing() == Timing.DAILY);
  }

  /** The first day that the balance covers no more, less one; null when it lasts long. */
  public LocalDate getLastsThrough() {
    return getServices().stream()
        .map(Service::lastsThrough)
        .filter(Objects::nonNull)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  public long getDaysLeft() {
    return ChronoUnit.DAYS.between(today(), getLastsThrough());
  }

  /** What ends within the next {@value #SOON_DAYS} days: trials, services, bought products. */
  public List<EndingSoon> getEnding() {
    if (ending == null) {
      LocalDate until = today().plusDays(SOON_DAYS);
      Stream<EndingSoon> running =
          getServices().stream()
              .filter(service -> service.lastDay() != null)
              .map(service -> new EndingSoon(service.view().planName(), service.lastDay()));
      Stream<EndingSoon> bought =
          orders.products(visit.customerId()).stream()
              .filter(product -> product.state().equals("ACTIVE") && product.expiresOn() != null)
              .map(product -> new EndingSoon(product.name(), product.expiresOn()));
      ending =
          Stream.concat(running, bought)
              .filter(soon -> !soon.day().isAfter(until) && !soon.day().isBefore(today()))
              .sorted(Comparator.comparing(EndingSoon::day))
              .limit(SHOWN)
              .toList();
    }
    return ending;
  }

  /** What has happened since the last visit; of a first visit nothing. */
  public List<RecentChange> getChanges() {
    if (changes == null) {
      Instant before = visit.getVisitor().before();
      changes = before == null ? List.of() : recent.since(visit.customerId(), before);
    }
    return changes;
  }

  /** The first thing that has to be done, if nothing is to be done now; null when none is known. */
  public LocalDate getQuietUntil() {
    return getServices().stream()
        .flatMap(service -> service.coming().stream())
        .filter(event -> event.kind() != Event.Kind.PLAN_CHANGE)
        .map(ForetoldEvent::day)
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether the customer has nothing yet. */
  public boolean isFirstDay() {
    return getServices().isEmpty() && getOpen().isEmpty() && getEnding().isEmpty();
  }

  private LocalDate today() {
    return clock.today(visit.getPortal().zone());
  }

  /** Something that ends. */
  public record EndingSoon(String name, LocalDate day) {}

  /**
   * A service that the customer has.
   *
   * @param access what this person can do with it now; null where that is not known
   * @param lastsThrough last day that the balance covers; null when no end is in sight
   * @param coming what will happen if nothing is done
   */
  public record Service(
      SubscriptionView view,
      AccessAnswer access,
      LocalDate lastsThrough,
      List<ForetoldEvent> coming,
      LocalDate today) {

    /** How the state of access looks. */
    public String tone() {
      return switch (access.effect()) {
        case FULL -> "good";
        case REMINDED -> "warn";
        default -> "bad";
      };
    }

    /** Last day of a trial or of a cancelled service; null of what goes on. */
    public LocalDate lastDay() {
      return view.state() == State.TRIAL ? view.trialLastDay() : view.endsOn();
    }

    /** Days of a trial that are left, today among them; -1 of no trial. */
    public long trialDays() {
      return view.state() == State.TRIAL && view.trialLastDay() != null
          ? Math.max(0, ChronoUnit.DAYS.between(today, view.trialLastDay()) + 1)
          : -1;
    }
  }
}
