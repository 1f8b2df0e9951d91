package org.kontor.web.client.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.invoice.boundary.CustomerInvoices;
import org.kontor.billing.invoice.boundary.OpenTotal;
import org.kontor.billing.order.boundary.Orders;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.timeline.boundary.RecentChange;
import org.kontor.billing.timeline.boundary.RecentChanges;
import org.kontor.billing.wallet.boundary.WalletView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.platform.boundary.BookClock;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.timeline.Event;
import org.kontor.web.client.Standing;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.timeline.Ahead;
import org.kontor.web.client.timeline.NextCharge;
import org.kontor.web.client.timeline.TimelinePage;
import org.kontor.web.client.wallet.Charged;

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
  @Inject private CustomerInvoices invoices;
  @Inject private Wallets wallets;
  @Inject private Standing standing;
  @Inject private Ahead ahead;
  @Inject private Charged charged;
  @Inject private RecentChanges recent;
  @Inject private Orders orders;
  @Inject private BookClock clock;

  private OpenTotal open;
  private WalletView wallet;
  private List<Service> services;
  private List<EndingSoon> ending;
  private List<RecentChange> changes;

  /** What is open of all invoices. */
  public OpenTotal getOpen() {
    if (open == null) {
      open = invoices.open(visit.customerId());
    }
    return open;
  }

  /** Open invoices, and what the balance is below zero. */
  public BigDecimal getDue() {
    return getOpen().sum().add(getWallet().balance().negate().max(BigDecimal.ZERO));
  }

  public boolean isPaid() {
    return getDue().signum() == 0;
  }

  /** The first day by which something must be paid; null when nothing is open. */
  public LocalDate getDueDate() {
    return getOpen().firstDue();
  }

  /** The first day of delay of the oldest one: its last day in time is over then (S1.27). */
  public LocalDate getDueSince() {
    return getDueDate().plusDays(1);
  }

  public boolean isOverdue() {
    return getOpen().overdue();
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
        || charged.services().stream().anyMatch(s -> s.timing() != Timing.MONTHLY_ADVANCE);
  }

  /** What will happen, in words: of access what it becomes for who reads it. */
  public String told(ForetoldEvent event) {
    return event.kind() == Event.Kind.ACCESS
        ? t.of("service.becomes." + TimelinePage.becomes(event, role()))
        : t.of("service.event." + event.kind());
  }

  /** The first of those that are neither ended nor deleted. */
  public List<Service> getServices() {
    if (services == null) {
      services = charged.services().stream().limit(SHOWN).map(this::service).toList();
    }
    return services;
  }

  /** Whether there are more services than are shown. */
  public boolean isMore() {
    return charged.services().size() > SHOWN;
  }

  private Service service(SubscriptionView view) {
    List<ForetoldEvent> events = coming(view).limit(SHOWN).toList();
    return new Service(view, standing.of(view.id()), events, today());
  }

  private Stream<ForetoldEvent> coming(SubscriptionView view) {
    AccessAnswer access = standing.of(view.id());
    String now = access == null ? null : access.effect().name();
    return TimelinePage.news(ahead.future().of(view.id()), role(), now).stream()
        .filter(event -> TOLD.contains(event.kind()));
  }

  private String role() {
    return visit.getVisitor().role().name();
  }

  /**
   * The first charge to come of all services, if what is open is paid in time; null when none is in
   * sight.
   */
  public NextCharge getNextCharge() {
    return isFutureless() ? null : NextCharge.ofAll(ahead.future().inTime());
  }

  /** Whether that depends on a payment. */
  public boolean isOwing() {
    return !isFutureless() && ahead.future().owing();
  }

  /** The first thing that the visitor loses if nothing is paid; null when nothing is lost. */
  public ForetoldEvent getLoss() {
    return isOwing()
        ? charged.services().stream()
            .flatMap(this::coming)
            .filter(this::takes)
            // Of one moment the graver: that data goes says also that access does
            .min(
                Comparator.comparing(ForetoldEvent::at)
                    .thenComparing(event -> event.kind() != Event.Kind.DELETED))
            .orElse(null)
        : null;
  }

  private boolean takes(ForetoldEvent event) {
    return switch (event.kind()) {
      case STOPPED, DELETED -> true;
      case ACCESS -> !List.of("FULL", "REMINDED").contains(TimelinePage.becomes(event, role()));
      default -> false;
    };
  }

  /** Without a service nothing is foretold. */
  private boolean isFutureless() {
    return charged.services().isEmpty();
  }

  /** Whether that is the sum of a month's daily charges. */
  public boolean isNextSummed() {
    return getNextCharge().kind() == Event.Kind.CHARGE
        && charged.services().stream().anyMatch(service -> service.timing() == Timing.DAILY);
  }

  /** The first day that the balance covers no more, less one; null when it lasts long. */
  public LocalDate getLastsThrough() {
    return isFutureless() ? null : ahead.future().lastsThrough();
  }

  public long getDaysLeft() {
    return ChronoUnit.DAYS.between(today(), getLastsThrough());
  }

  /** What ends within the next {@value #SOON_DAYS} days: trials, services, bought products. */
  public List<EndingSoon> getEnding() {
    if (ending == null) {
      LocalDate until = today().plusDays(SOON_DAYS);
      Stream<EndingSoon> running =
          charged.services().stream()
              .filter(service -> Service.lastDay(service) != null)
              .map(service -> new EndingSoon(service.planName(), Service.lastDay(service)));
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

  /** The last day to do something, if nothing is to be done now; null when none is known. */
  public LocalDate getQuietUntil() {
    return charged.services().stream()
        .flatMap(this::coming)
        .filter(event -> event.kind() != Event.Kind.PLAN_CHANGE)
        .map(event -> event.kind().takesAway() ? event.day().minusDays(1) : event.day())
        .min(Comparator.naturalOrder())
        .orElse(null);
  }

  /** Whether that is today. */
  public boolean isLastDay() {
    return getQuietUntil() != null && !getQuietUntil().isAfter(today());
  }

  /** Whether the customer has nothing yet. */
  public boolean isFirstDay() {
    return getServices().isEmpty()
        && getOpen().count() == 0
        && getEnding().isEmpty()
        && !isWithDeleted();
  }

  /** Whether data was deleted that support can still bring back (S3.42). */
  public boolean isWithDeleted() {
    return standing.now().deletion() != null && standing.now().deletion().done();
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
   * @param coming what will happen if nothing is done
   */
  public record Service(
      SubscriptionView view, AccessAnswer access, List<ForetoldEvent> coming, LocalDate today) {

    /** How the state of access looks. */
    public String tone() {
      return switch (access.effect()) {
        case FULL -> "good";
        case REMINDED -> "warn";
        default -> "bad";
      };
    }

    /** Last day of a trial or of a cancelled service; null of what goes on. */
    static LocalDate lastDay(SubscriptionView view) {
      return view.state() == State.TRIAL ? view.trialLastDay() : view.endsOn();
    }

    /** Whether a trial that is over is locked for some days before its data is deleted (S1.2). */
    public boolean lockedFirst() {
      return view.trialDeletedOn() != null
          && view.trialDeletedOn().isAfter(view.trialLastDay().plusDays(1));
    }

    /** Days of a trial that are left, today among them; -1 of no trial. */
    public long trialDays() {
      return view.state() == State.TRIAL && view.trialLastDay() != null
          ? Math.max(0, ChronoUnit.DAYS.between(today, view.trialLastDay()) + 1)
          : -1;
    }
  }
}
