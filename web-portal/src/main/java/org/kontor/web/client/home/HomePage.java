package org.kontor.web.client.home;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.access.boundary.AccessAnswer;
import org.kontor.billing.access.boundary.AccessDecisions;
import org.kontor.billing.access.boundary.AccessQuestion;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.billing.timeline.boundary.ForetoldEvent;
import org.kontor.billing.timeline.boundary.TimelineView;
import org.kontor.billing.timeline.boundary.Timelines;
import org.kontor.billing.wallet.boundary.WalletView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.timeline.Event;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;
import org.kontor.web.client.timeline.TimelinePage;

/** What the first page says. */
@Named
@RequestScoped
public class HomePage {

  private static final int SHOWN = 5;

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
  @Inject private AccessDecisions decisions;
  @Inject private Timelines timelines;

  private List<InvoiceSummary> open;
  private WalletView wallet;
  private List<Service> services;

  /** Open invoices, the oldest first. */
  public List<InvoiceSummary> getOpen() {
    if (open == null) {
      open = invoices.list(visit.customerId(), null, "open", null, 200).items();
    }
    return open;
  }

  public BigDecimal getDue() {
    return getOpen().stream()
        .map(InvoiceSummary::amountDue)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** The first day by which something must be paid; null when nothing is open. */
  public LocalDate getDueDate() {
    return getOpen().stream().map(InvoiceSummary::dueDate).min(LocalDate::compareTo).orElse(null);
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

  public List<Service> getServices() {
    if (services == null) {
      services = new ArrayList<>();
      for (SubscriptionView view : subscriptions.list(visit.customerId(), null, SHOWN).items()) {
        if (view.state() != State.DELETED && view.state() != State.ENDED) {
          services.add(service(view));
        }
      }
    }
    return services;
  }

  private Service service(SubscriptionView view) {
    AccessAnswer access =
        decisions.decide(
            new AccessQuestion(
                view.id(), null, null, null, visit.getVisitor().personId(), null, null));
    TimelineView foretold = timelines.foretell(view.id(), null, null, Timelines.Detail.MONTHS);
    List<ForetoldEvent> events =
        foretold.events().stream()
            .filter(event -> TOLD.contains(event.kind()))
            .limit(SHOWN)
            .toList();
    return new Service(view, access, foretold.lastsThrough(), events);
  }

  /**
   * A service that the customer has.
   *
   * @param access what this person can do with it now
   * @param lastsThrough last day that the balance covers; null when no end is in sight
   * @param coming what will happen if nothing is done
   */
  public record Service(
      SubscriptionView view,
      AccessAnswer access,
      LocalDate lastsThrough,
      List<ForetoldEvent> coming) {

    /** How the state of access looks. */
    public String tone() {
      return switch (access.effect()) {
        case FULL -> "good";
        case REMINDED -> "warn";
        default -> "bad";
      };
    }
  }
}
