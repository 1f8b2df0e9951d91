package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.InvoiceDraft.Heading;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.invoice.VatInPrice;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.Pricing.Billed;
import org.kontor.domain.pricing.Pricing.NothingDue;
import org.kontor.domain.pricing.Pricing.Parked;
import org.kontor.domain.subscription.Arrears;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.time.DateRange;

/**
 * The invoice of the 1st for the month that begins (S1.25, S1.26): plan and components as they are
 * in force that day, so that a change of the month before shows here first (S1.13).
 */
public final class MonthlyPricing {

  private final PolicyPack pack;

  public MonthlyPricing(PolicyPack pack) {
    this.pack = pack;
  }

  /** The natural key of a month: whatever bills it, it is billed once. */
  public static String sourceKey(long subscriptionId, YearMonth month) {
    return "month:" + subscriptionId + ":" + month;
  }

  /**
   * An earlier month that was parked and that no invoice bears yet.
   *
   * @param invoiceDay of that month
   * @param pack the version in force that day
   */
  public record Missed(LocalDate invoiceDay, PolicyPack pack) {}

  /** What is left of earlier months and is billed with this one. */
  public record Left(List<Arrears> arrears, List<Missed> missed) {

    public Left {
      arrears = List.copyOf(arrears);
      missed = List.copyOf(missed);
    }
  }

  /** Issued on the invoice day itself, with no month missed. */
  public Pricing<InvoiceDraft> price(
      SubscriptionSnapshot subscription, Buyer buyer, List<Arrears> arrears, LocalDate invoiceDay) {
    return price(subscription, buyer, new Left(arrears, List.of()), invoiceDay, invoiceDay);
  }

  /**
   * @param invoiceDay its month is billed, as plan and components are in force that day
   * @param issueDate that day, or a later one when the invoice is caught up
   * @param left what earlier changes left for this invoice (NEXT_INVOICE_WITH_ARREARS), also for
   *     the last one of a service that has ended; and months that were parked, oldest first, each
   *     by its own terms. One that still cannot be priced parks this month too: months are billed
   *     in order
   */
  public Pricing<InvoiceDraft> price(
      SubscriptionSnapshot subscription,
      Buyer buyer,
      Left left,
      LocalDate invoiceDay,
      LocalDate issueDate) {
    List<Line> earlier = new ArrayList<>();
    for (Missed missed : left.missed()) {
      LocalDate day = missed.invoiceDay();
      var then = new MonthlyPricing(missed.pack()).price(subscription, buyer, List.of(), day);
      if (then instanceof Billed<InvoiceDraft> billed) {
        earlier.addAll(billed.what().lines());
      } else if (then instanceof Parked<InvoiceDraft> parked) {
        return new Parked<>(parked.code(), YearMonth.from(day) + ": " + parked.detail());
      }
    }
    if (!isOver(subscription, YearMonth.from(invoiceDay))) {
      return month(subscription, buyer, earlier, left.arrears(), invoiceDay, issueDate);
    }
    // Arrears are for the first month after the end, and come with whatever bills that one
    YearMonth after = YearMonth.from(subscription.endsOn()).plusMonths(1);
    boolean first =
        after.equals(YearMonth.from(invoiceDay))
            || left.missed().stream().anyMatch(m -> after.equals(YearMonth.from(m.invoiceDay())));
    List<Arrears> arrears = first ? left.arrears() : List.of();
    return last(subscription, buyer, earlier, arrears, invoiceDay, issueDate);
  }

  private Pricing<InvoiceDraft> month(
      SubscriptionSnapshot subscription,
      Buyer buyer,
      List<Line> earlier,
      List<Arrears> arrears,
      LocalDate invoiceDay,
      LocalDate issueDate) {
    YearMonth month = YearMonth.from(invoiceDay);
    Optional<String> notDue = notDue(subscription, invoiceDay);
    if (notDue.isPresent()) {
      return new NothingDue<>(notDue.get());
    }
    Optional<Plan> plan = pack.plan(subscription.planOn(invoiceDay));
    if (plan.isEmpty() || plan.get().timing() != Timing.MONTHLY_ADVANCE) {
      return new Parked<>(
          "UNKNOWN_PLAN",
          "plan " + subscription.planOn(invoiceDay) + " is not a monthly plan of " + pack.id());
    }
    var unpriced = ChargeBounds.unpriced(plan.get(), subscription, DateRange.day(invoiceDay));
    if (unpriced.isPresent()) {
      return new Parked<>(unpriced.get().code(), unpriced.get().detail());
    }
    DateRange period = period(subscription, month);
    List<Line> lines = lines(plan.get(), subscription, buyer, period, invoiceDay);
    before(subscription, month)
        .ifPresent(days -> lines.addAll(lines(plan.get(), subscription, buyer, days, days.from())));
    lines.addAll(earlier);
    lines.addAll(lines(arrears, plan.get(), buyer, invoiceDay));
    return draft(subscription, buyer, lines, month, period, issueDate);
  }

  /**
   * The service ended in an earlier month: no month to bill, only what is left (S1.13, S1.36).
   * Whichever run bills it, it is billed once: as the first month after the end.
   */
  private Pricing<InvoiceDraft> last(
      SubscriptionSnapshot subscription,
      Buyer buyer,
      List<Line> earlier,
      List<Arrears> arrears,
      LocalDate invoiceDay,
      LocalDate issueDate) {
    LocalDate ends = subscription.endsOn();
    LocalDate billed = subscription.chargedThrough();
    List<Line> lines = new ArrayList<>(earlier);
    if (!arrears.isEmpty()) {
      Optional<Plan> plan = pack.plan(subscription.planOn(ends));
      if (plan.isEmpty()) {
        return new Parked<>(
            "UNKNOWN_PLAN", "plan " + subscription.planOn(ends) + " is not in " + pack.id());
      }
      lines.addAll(lines(arrears, plan.get(), buyer, invoiceDay));
    }
    if (lines.isEmpty()) {
      return new NothingDue<>("ended");
    }
    LocalDate through = billed != null && billed.isAfter(ends) ? billed : ends;
    DateRange period = new DateRange(YearMonth.from(ends).atDay(1), through);
    YearMonth after = YearMonth.from(ends).plusMonths(1);
    return draft(subscription, buyer, lines, after, period, issueDate);
  }

  private static boolean isOver(SubscriptionSnapshot subscription, YearMonth month) {
    LocalDate ends = subscription.endsOn();
    return ends != null
        && YearMonth.from(ends).isBefore(month)
        && subscription.state() != State.TRIAL
        && subscription.state() != State.DELETED;
  }

  private Pricing<InvoiceDraft> draft(
      SubscriptionSnapshot subscription,
      Buyer buyer,
      List<Line> lines,
      YearMonth month,
      DateRange period,
      LocalDate issueDate) {
    if (lines.isEmpty()) {
      return new NothingDue<>("nothing in this plan has a price");
    }
    if (lines.size() > pack.bounds().maxLinesPerDocument()) {
      return new Parked<>("TOO_MANY_LINES", lines.size() + " lines on one invoice");
    }
    for (Line line : lines) {
      var absurd = ChargeBounds.amount(line.itemCode(), line.net().amount());
      if (absurd.isPresent()) {
        return new Parked<>(absurd.get().code(), absurd.get().detail());
      }
    }
    Heading heading =
        Heading.invoice(
            pack,
            Purpose.MONTHLY,
            sourceKey(subscription.id(), month),
            subscription.customerId(),
            subscription.id(),
            issueDate,
            period);
    VatTreatment vat = VatTreatment.of(pack.seller(), buyer);
    return new Billed<>(InvoiceDraft.of(heading, buyer, lines, vat.reason()));
  }

  /**
   * The month, or its days of service: what ends inside it is billed as what begins inside it
   * (S1.34), pro rata by default (STANDARDS D.9: leaving costs nothing).
   */
  private DateRange period(SubscriptionSnapshot subscription, YearMonth month) {
    LocalDate ends = subscription.endsOn();
    boolean partly =
        ends != null
            && YearMonth.from(ends).equals(month)
            && pack.billing().firstMonth() == FirstMonth.PRO_RATA;
    return partly ? new DateRange(month.atDay(1), ends) : DateRange.of(month);
  }

  /**
   * Days of the month before that nobody has billed: by the other reading of S1.33 those since a
   * stopped subscription came back, and those of a service that was to end and goes on after all.
   */
  private Optional<DateRange> before(SubscriptionSnapshot subscription, YearMonth month) {
    YearMonth last = month.minusMonths(1);
    LocalDate restored = subscription.restoredOn();
    LocalDate billed = subscription.chargedThrough();
    boolean cameBack = restored != null && YearMonth.from(restored).equals(last);
    if (pack.retention().suspendedMonthBilled()
        && cameBack
        && (billed == null || billed.isBefore(restored))) {
      return Optional.of(new DateRange(restored, last.atEndOfMonth()));
    }
    boolean goesOn =
        billed != null
            && !cameBack
            && YearMonth.from(billed).equals(last)
            && billed.isBefore(last.atEndOfMonth());
    return goesOn
        ? Optional.of(new DateRange(billed.plusDays(1), last.atEndOfMonth()))
        : Optional.empty();
  }

  /** Lines of plan and components in force on a day, for a period of whole or part of a month. */
  public List<Line> lines(
      Plan plan,
      SubscriptionSnapshot subscription,
      Buyer buyer,
      DateRange period,
      LocalDate inForceOn) {
    VatTreatment vat = VatTreatment.of(pack.seller(), buyer);
    List<Line> lines = new ArrayList<>();
    for (PricedItem item :
        PriceList.monthly(
            plan, code -> subscription.quantityOn(code, inForceOn), pack.id(), buyer.language())) {
      Line line = line(item, period, vat);
      if (!line.net().isZero()) {
        lines.add(line);
      }
    }
    return lines;
  }

  private List<Line> lines(List<Arrears> arrears, Plan present, Buyer buyer, LocalDate invoiceDay) {
    VatTreatment vat = VatTreatment.of(pack.seller(), buyer);
    return arrears.stream()
        .map(arrear -> line(arrear, present, buyer.language(), invoiceDay, vat))
        .toList();
  }

  /** The days after the change were paid before it; its difference stands in its own line. */
  private Line line(
      Arrears arrear, Plan present, String language, LocalDate invoiceDay, VatTreatment vat) {
    Map<String, String> facts = arrear.explanation().facts();
    Plan changed = pack.plan(facts.getOrDefault("plan", present.code())).orElse(present);
    DateRange days =
        facts.containsKey("from")
            ? new DateRange(LocalDate.parse(facts.get("from")), LocalDate.parse(facts.get("to")))
            : DateRange.of(YearMonth.from(invoiceDay).minusMonths(1));
    return new Line(
        "arrears-" + arrear.changeId(),
        changed.name().in(language),
        BigDecimal.ONE,
        PriceList.PIECE,
        arrear.amount().amount(),
        arrear.amount(),
        vat.category(),
        vat.rate(),
        days,
        arrear.explanation());
  }

  /**
   * Catalogue prices that include VAT are taken apart before the document adds it (EN 16931). They
   * include the seller's own: a buyer who owes none pays the same net price.
   */
  Line line(PricedItem item, DateRange period, VatTreatment vat) {
    int daysOfMonth = YearMonth.from(period.from()).lengthOfMonth();
    Expr exact = item.exact();
    Expr unitPrice = Expr.num("", item.unitPrice());
    if (period.days() != daysOfMonth) {
      exact = proRata(exact, period.days(), daysOfMonth);
      unitPrice = proRata(unitPrice, period.days(), daysOfMonth);
    }
    int digits = pack.seller().currency().getDefaultFractionDigits();
    Expr rounded = Expr.round(exact, digits);
    Map<String, String> facts = new LinkedHashMap<>(item.why().facts());
    BigDecimal rate = pack.seller().vat().rate();
    if (VatInPrice.isIn(pack.seller().vat())) {
      if (vat.rate().compareTo(rate) == 0) {
        facts.put(Line.GROSS, rounded.value().toPlainString());
      }
      rounded = Expr.round(VatInPrice.without(rate, rounded), digits);
      unitPrice = VatInPrice.without(rate, unitPrice);
    }
    Explanation why = new Explanation(item.why().rules(), item.why().policy(), facts, rounded);
    return new Line(
        item.itemCode(),
        item.name(),
        item.quantity(),
        item.unit(),
        unitPrice.value(),
        new Money(rounded.value(), pack.seller().currency()),
        vat.category(),
        vat.rate(),
        period,
        why);
  }

  private static Expr proRata(Expr monthly, int days, int daysOfMonth) {
    return Expr.div(
        Expr.mul(monthly, Expr.num("days", days)), Expr.num("daysOfMonth", daysOfMonth));
  }

  private Optional<String> notDue(SubscriptionSnapshot subscription, LocalDate issueDate) {
    YearMonth month = YearMonth.from(issueDate);
    boolean stopped = subscription.state() == State.STOPPED;
    if (stopped && !pack.billing().invoiceWhileStopped()) {
      return Optional.of("stopped: no service, no invoice (S1.33)");
    }
    LocalDate ends = subscription.endsOn();
    boolean caughtUp =
        subscription.state() == State.ENDED && ends != null && !ends.isBefore(month.atDay(1));
    if (!stopped && !caughtUp && subscription.state() != State.ACTIVE) {
      return Optional.of("not active");
    }
    LocalDate activated = subscription.activatedOn();
    if (activated == null || activated.isAfter(issueDate)) {
      return Optional.of("activated after the invoice day: billed as first month (S1.34)");
    }
    boolean inMidMonth = YearMonth.from(activated).equals(month) && activated.getDayOfMonth() > 1;
    if (inMidMonth && pack.billing().firstMonth() == FirstMonth.FREE) {
      return Optional.of("the first, partial month is free (S1.34)");
    }
    LocalDate billed = subscription.chargedThrough();
    if (billed != null && !billed.isBefore(period(subscription, month).to())) {
      return Optional.of("billed already");
    }
    if (ends != null && ends.isBefore(month.atDay(1))) {
      return Optional.of("ended");
    }
    LocalDate restored = subscription.restoredOn();
    if (restored != null && YearMonth.from(restored).equals(month) && restored.isAfter(issueDate)) {
      return Optional.of("the month of restoration is not billed (S1.33)");
    }
    return Optional.empty();
  }
}
