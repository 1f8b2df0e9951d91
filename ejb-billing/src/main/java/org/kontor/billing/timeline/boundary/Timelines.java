package org.kontor.billing.timeline.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.List;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.timeline.boundary.TimelineView.AssumedPayment;
import org.kontor.billing.timeline.control.PresentAccount;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.timeline.Account;
import org.kontor.domain.timeline.Assumptions;
import org.kontor.domain.timeline.Assumptions.Payment;
import org.kontor.domain.timeline.Event;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.MonthsOfCharges;
import org.kontor.domain.timeline.Timeline;

/** Foretells what will happen to a subscription; writes nothing. */
@Stateless
public class Timelines {

  /** How much of a charge is shown. */
  public enum Detail {
    /** The charges of a month as one. */
    MONTHS,
    DAYS
  }

  private static final int USUAL_DAYS = 120;
  private static final int MOST_PAYMENTS = 12;

  @Inject private Sql sql;
  @Inject private AccountHolders holders;
  @Inject private PolicyBook policies;
  @Inject private PresentAccount present;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;

  /**
   * What will happen until the end of a day.
   *
   * @param until null for the next 120 days
   * @param pay payments assumed, {@code 19.00@2026-12-05T10:00} in the seller's time
   * @param detail null for months
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, INVALID_VALUE, WRONG_CURRENCY,
   *     CALENDAR_MISSING
   */
  public TimelineView foretell(
      long subscriptionId, LocalDate until, List<String> pay, Detail detail) {
    Owner owner = owner(subscriptionId);
    Instant now = clock.now();
    ZoneId zone = policies.vendor(owner.vendor).zone();
    LocalDate today = LocalDate.ofInstant(now, zone);
    LocalDate last = horizon(until, today);
    PolicyPack pack = policies.inForce(owner.vendor, today);
    List<Payment> payments = payments(pay, pack.seller().currency(), zone, now);
    Account account = present.read(owner.vendor, owner.customerId, now);
    List<Event> events = Timeline.of(account, new Assumptions(payments), last);
    List<Event> shown = detail == Detail.DAYS ? events : MonthsOfCharges.summed(events);
    return new TimelineView(
        subscriptionId,
        owner.customerId,
        owner.vendor,
        now,
        last,
        zone.getId(),
        pack.seller().currency().getCurrencyCode(),
        account.balance().total().amount(),
        lastsThrough(events),
        List.of(Assumptions.Taken.values()),
        payments.stream().map(p -> new AssumedPayment(p.amount().amount(), p.at())).toList(),
        shown.stream()
            .filter(event -> concerns(event, subscriptionId))
            .map(ForetoldEvent::of)
            .toList());
  }

  /**
   * What will happen within {@value #USUAL_DAYS} days to all services of a customer, if nothing is
   * done and if what is open is paid in time; the charges of a month as one.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, CALENDAR_MISSING
   */
  public CustomerFuture ofCustomer(long customerId) {
    AccountHolder holder = holders.asked(customerId);
    Instant now = clock.now();
    LocalDate last = LocalDate.ofInstant(now, holder.zone()).plusDays(USUAL_DAYS);
    Account account = present.read(holder.vendorCode(), customerId, now);
    List<Event> idle = Timeline.of(account, Assumptions.NOTHING_IS_DONE, last);
    Assumptions paid = Assumptions.paidInTime(account);
    boolean owing = !paid.payments().isEmpty();
    List<Event> inTime = owing ? Timeline.of(account, paid, last) : idle;
    return new CustomerFuture(
        last,
        lastsThrough(idle),
        List.of(Assumptions.Taken.values()),
        shown(idle),
        shown(inTime),
        owing);
  }

  private static List<ForetoldEvent> shown(List<Event> events) {
    return MonthsOfCharges.summed(events).stream().map(ForetoldEvent::of).toList();
  }

  /** Charges of the customer's other subscriptions move the same balance. */
  private static boolean concerns(Event event, long subscriptionId) {
    return event.subscriptionId() == subscriptionId
        || event.subscriptionId() == 0
        || event.kind() == Kind.CHARGE;
  }

  private static LocalDate lastsThrough(List<Event> events) {
    return events.stream()
        .filter(event -> event.kind() == Kind.BALANCE_EXHAUSTED)
        .findFirst()
        .map(event -> event.day().minusDays(1))
        .orElse(null);
  }

  private static LocalDate horizon(LocalDate until, LocalDate today) {
    if (until == null) {
      return today.plusDays(USUAL_DAYS);
    }
    long days = ChronoUnit.DAYS.between(today, until);
    if (days < 0 || days > Timeline.MOST_DAYS) {
      throw Check.invalid(
          "until",
          days < 0
              ? "The day has passed"
              : "The day lies more than " + Timeline.MOST_DAYS + " days ahead",
          "Send a day from " + today + " to " + today.plusDays(Timeline.MOST_DAYS) + ".");
    }
    return until;
  }

  private static List<Payment> payments(
      List<String> pay, Currency currency, ZoneId zone, Instant now) {
    List<String> wished = pay == null ? List.of() : pay;
    if (wished.size() > MOST_PAYMENTS) {
      throw Check.invalid(
          "pay",
          wished.size() + " payments are assumed",
          "Send at most " + MOST_PAYMENTS + " of them.");
    }
    return wished.stream().map(text -> WishedPayment.read(text, currency, zone, now)).toList();
  }

  private Owner owner(long subscriptionId) {
    return sql.one(
            row -> new Owner(row.getString(1), row.getLong(2)),
            "select vendor_code, customer_id from subscription where id = ?",
            subscriptionId)
        .filter(owner -> caller.sees(owner.vendor))
        .orElseThrow(() -> NotFound.of("subscription"));
  }

  private record Owner(String vendor, long customerId) {}
}
