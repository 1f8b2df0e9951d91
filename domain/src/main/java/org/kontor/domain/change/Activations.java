package org.kontor.domain.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.domain.change.Activation.Activated;
import org.kontor.domain.change.Activation.BadStart;
import org.kontor.domain.change.Activation.TooLate;
import org.kontor.domain.change.Activation.WrongState;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.InvoiceDraft.Heading;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.policy.BillingPolicy.FirstMonth;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.PostalAddress;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.MonthlyPricing;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.TrialTimeline;
import org.kontor.domain.time.DateRange;

/** When paying begins and what the first, partial period costs (S1.4, S1.34, S2.6, S3.25). */
public final class Activations {

  private final PolicyPack pack;

  /**
   * @param pack the version in force on the day of activation
   */
  public Activations(PolicyPack pack) {
    this.pack = pack;
  }

  /** Conversion of a trial, by staff, while its data is there (S1.3, S1.4). */
  public Activation convert(SubscriptionSnapshot trial, Plan plan, Buyer buyer, LocalDate today) {
    if (trial.state() != State.TRIAL) {
      return new WrongState(trial.state());
    }
    if (!new TrialTimeline(trial.trialLastDay(), pack.trial()).convertibleOn(today)) {
      return new TooLate(trial.trialLastDay());
    }
    return start(trial, plan, buyer, today, today);
  }

  /**
   * Paying begins on {@code startOn}. A day of the past brings in a customer of another system:
   * what was before today's period is taken as billed there.
   *
   * @param startOn first paying day; for monthly plans in the future only the 1st of a month
   */
  public Activation start(
      SubscriptionSnapshot subscription,
      Plan plan,
      Buyer buyer,
      LocalDate startOn,
      LocalDate today) {
    PostalAddress.mustSuffice(buyer.address());
    taxable(plan, buyer);
    YearMonth month = YearMonth.from(today);
    boolean earlier = YearMonth.from(startOn).isBefore(month);
    return switch (plan.timing()) {
      case DAILY -> new Activated(startOn, dailyChargedThrough(startOn, today), Optional.empty());
      case MONTHLY_ARREARS ->
          new Activated(startOn, earlier ? month.atDay(1).minusDays(1) : null, Optional.empty());
      case MONTHLY_ADVANCE -> {
        if (startOn.isAfter(today)) {
          LocalDate first = YearMonth.from(startOn).atDay(1);
          yield startOn.equals(first)
              ? new Activated(startOn, null, Optional.empty())
              : new BadStart(startOn, first.plusMonths(1));
        }
        yield earlier
            ? new Activated(startOn, month.atEndOfMonth(), Optional.empty())
            : firstMonth(subscription, plan, buyer, startOn, today);
      }
    };
  }

  /** A charge on the balance has the seller's VAT in it: nobody who owes none can be charged so. */
  private void taxable(Plan plan, Buyer buyer) {
    Seller.Vat vat = pack.seller().vat();
    String category = VatTreatment.of(pack.seller(), buyer).category();
    if (plan.timing() != Timing.MONTHLY_ADVANCE && !category.equals(vat.category())) {
      throw Problem.of(
              ProblemCode.CONDITIONS_NOT_MET,
              "plan",
              "The prices of " + plan.code() + " contain VAT, and this customer owes none",
              "Offer a plan that is invoiced by the month, or correct country and vatId.")
          .asException();
    }
  }

  /** S2.6: the day of activation is the first charged one, or the day after it. */
  private LocalDate dailyChargedThrough(LocalDate startOn, LocalDate today) {
    if (startOn.isBefore(today)) {
      return today.minusDays(1);
    }
    return pack.billing().activationDayCharged() ? null : startOn;
  }

  /** S1.34: the days that are left, the day of activation among them; nothing; or a whole month. */
  private Activation firstMonth(
      SubscriptionSnapshot subscription,
      Plan plan,
      Buyer buyer,
      LocalDate startOn,
      LocalDate today) {
    DateRange whole = DateRange.of(YearMonth.from(startOn));
    DateRange rest = new DateRange(startOn, whole.to());
    FirstMonth reading = pack.billing().firstMonth();
    if (reading == FirstMonth.FREE && !rest.equals(whole)) {
      return new Activated(startOn, null, Optional.empty());
    }
    DateRange priced = reading == FirstMonth.WHOLE ? whole : rest;
    List<Line> lines = new MonthlyPricing(pack).lines(plan, subscription, buyer, priced, startOn);
    String key = MonthlyPricing.sourceKey(subscription.id(), YearMonth.from(startOn));
    return billed(subscription, buyer, lines, rest, key, startOn, today);
  }

  private Activation billed(
      SubscriptionSnapshot subscription,
      Buyer buyer,
      List<Line> lines,
      DateRange period,
      String sourceKey,
      LocalDate startOn,
      LocalDate today) {
    if (lines.isEmpty()) {
      return new Activated(startOn, period.to(), Optional.empty());
    }
    Heading heading =
        Heading.invoice(
            pack,
            Purpose.FIRST_MONTH,
            sourceKey,
            subscription.customerId(),
            subscription.id(),
            today,
            period);
    List<Line> dated = lines.stream().map(line -> first(line, period)).toList();
    String vatReason = VatTreatment.of(pack.seller(), buyer).reason();
    return new Activated(
        startOn, period.to(), Optional.of(InvoiceDraft.of(heading, buyer, dated, vatReason)));
  }

  private static Line first(Line line, DateRange period) {
    List<String> rules = new ArrayList<>(line.why().rules());
    rules.add("S1.34");
    Explanation why =
        new Explanation(rules, line.why().policy(), line.why().facts(), line.why().arithmetic());
    return new Line(
        line.itemCode(),
        line.name(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        line.net(),
        line.vatCategory(),
        line.vatRate(),
        period,
        why);
  }
}
