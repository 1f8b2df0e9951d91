package org.kontor.domain.timeline;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.ledger.SellerAccounts;
import org.kontor.domain.ledger.WalletTerms;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.ChargeLine;
import org.kontor.domain.pricing.ChargeOutcome;
import org.kontor.domain.pricing.ChargeOutcome.Charged;
import org.kontor.domain.pricing.DailyPricing;
import org.kontor.domain.pricing.SettlementPricing;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.time.DateRange;
import org.kontor.domain.timeline.Event.Item;
import org.kontor.domain.timeline.Event.Kind;
import org.kontor.domain.timeline.Event.Reason;

/** The charging runs to come: days by their results, months on the 1st after them. */
final class Charges {

  private final Future future;
  private final Debts debts;

  Charges(Future future, Debts debts) {
    this.future = future;
    this.debts = debts;
  }

  /** Days that were not charged yet come first, each under its own date. */
  void daily(LocalDate date) {
    for (Course course : future.courses) {
      if (course.now().activatedOn() == null || !timed(course, date, Timing.DAILY)) {
        continue;
      }
      LocalDate through = course.now().chargedThrough();
      LocalDate day =
          through != null
              ? through.plusDays(1)
              : DailyPricing.firstChargedDay(future.pack(date), course.now().activatedOn());
      while (!day.isAfter(date) && day(course, day)) {
        day = day.plusDays(1);
      }
    }
  }

  private boolean timed(Course course, LocalDate date, Timing timing) {
    return future
        .pack(date)
        .plan(course.now().planCode())
        .filter(plan -> plan.timing() == timing)
        .isPresent();
  }

  private boolean day(Course course, LocalDate day) {
    PolicyPack pack = future.pack(day);
    ChargeOutcome outcome =
        DailyPricing.charge(
            pack, course.now(), course.use.on(day), day, future.account.buyer().language());
    return took(course, pack, outcome, day, day);
  }

  /** Months that were not settled yet come first, each under its own 1st. */
  void settle(LocalDate first) {
    YearMonth settled = YearMonth.from(first).minusMonths(1);
    for (Course course : future.courses) {
      LocalDate activated = course.now().activatedOn();
      if (activated == null
          || !activated.isBefore(first)
          || !timed(course, first, Timing.MONTHLY_ARREARS)) {
        continue;
      }
      SubscriptionSnapshot now = course.now();
      YearMonth month =
          now.chargedThrough() != null
              ? YearMonth.from(now.chargedThrough().plusDays(1))
              : YearMonth.from(activated);
      boolean goesOn = true;
      while (goesOn && !month.isAfter(settled)) {
        goesOn = month(course, month);
        month = month.plusMonths(1);
      }
    }
  }

  private boolean month(Course course, YearMonth month) {
    PolicyPack pack = future.pack(month.atEndOfMonth());
    ChargeOutcome outcome =
        SettlementPricing.charge(
            future::pack,
            course.now(),
            course.use.in(month),
            DateRange.of(month),
            future.account.buyer().language());
    LocalDate last = month.atEndOfMonth();
    // What is rightly nothing in one month may be something in the next
    return took(course, pack, outcome, last, last.plusDays(1))
        || outcome instanceof ChargeOutcome.NothingDue;
  }

  private boolean took(
      Course course, PolicyPack pack, ChargeOutcome outcome, LocalDate through, LocalDate bookOn) {
    if (outcome instanceof ChargeOutcome.Parked parked) {
      future.parked(course, bookOn, parked.code(), parked.detail());
      return false;
    }
    if (!(outcome instanceof Charged charged)) {
      return false;
    }
    course.charged(through, charged.carry());
    book(course, pack, charged, bookOn);
    return true;
  }

  private void book(Course course, PolicyPack pack, Charged charged, LocalDate day) {
    Money before = future.total();
    SellerAccounts seller = new SellerAccounts(pack.seller().currency(), -1, -2, -3, -4, -5, -6);
    Entry entry = new Entry(future.account.customerId(), day, 1);
    Set<String> rules = new LinkedHashSet<>();
    List<Item> items = new ArrayList<>();
    for (ChargeLine line : charged.lines()) {
      future.balance =
          Postings.charge(entry, seller, WalletTerms.of(pack), line.amount(), future.balance)
              .after();
      rules.addAll(line.why().rules());
      items.add(new Item(line.itemCode(), line.name(), line.amount()));
    }
    future.happens(
        Kind.CHARGE,
        day,
        course,
        charged.total(),
        new Reason(List.copyOf(rules), pack.id(), ""),
        Map.of(),
        items);
    debts.balanceMoved(before, day);
  }
}
