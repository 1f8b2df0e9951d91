package org.kontor.domain.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.BillingPolicy.ChangeBilling;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.MonthlyFee;
import org.kontor.domain.pricing.PriceList;
import org.kontor.domain.pricing.PricedItem;
import org.kontor.domain.pricing.RestOfMonth;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.time.DateRange;

/**
 * What an accepted change costs, to the cent.
 *
 * @param before net fee of a whole month until now
 * @param after net fee of a whole month once all of it has happened
 * @param rest PRORATE: lines for the rest of the month already paid; empty in the other readings of
 *     S1.13
 * @param restPeriod the days for which they are charged
 * @param arrears NEXT_INVOICE_WITH_ARREARS: what the next invoice also carries for these days
 */
public record ChangePrice(
    Money before,
    Money after,
    List<Line> rest,
    DateRange restPeriod,
    Optional<Explanation> arrears) {

  public ChangePrice {
    rest = List.copyOf(rest);
  }

  /** More or less per month, from the next invoice on (S1.13, S1.16). */
  public Money difference() {
    return after.minus(before);
  }

  /** Net for the rest of the month; zero when nothing is charged for it. */
  public Money restNet() {
    return arrears
        .map(why -> new Money(why.recompute(), before.currency()))
        .orElseGet(
            () -> rest.stream().map(Line::net).reduce(Money.zero(before.currency()), Money::plus));
  }

  /** Prices the decision under the policy's reading of S1.13. */
  public static ChangePrice of(
      PolicyPack pack, Situation situation, Accepted accepted, Buyer buyer, LocalDate today) {
    Money before = fee(pack, accepted.before(), situation.usage());
    Money after = fee(pack, accepted.after(), situation.usage());
    DateRange rest = new DateRange(today, YearMonth.from(today).atEndOfMonth());
    boolean monthPaid =
        accepted.before().plan().timing() == Timing.MONTHLY_ADVANCE
            && situation.chargedThrough() != null
            && !situation.chargedThrough().isBefore(today);
    ChangeBilling reading = pack.billing().change();
    List<Line> lines = List.of();
    Optional<Explanation> arrears = Optional.empty();
    if (accepted.now().isPresent() && monthPaid && reading != ChangeBilling.NEXT_INVOICE) {
      Terms soon = accepted.now().get().terms();
      List<PricedItem> paid = items(pack, situation, accepted.before(), buyer.language());
      List<PricedItem> changed = items(pack, situation, soon, buyer.language());
      RestOfMonth restOfMonth = new RestOfMonth(pack);
      if (reading == ChangeBilling.PRORATE) {
        lines = restOfMonth.lines(paid, changed, buyer, rest);
      } else {
        arrears = restOfMonth.arrears(paid, changed, soon.plan().code(), buyer, rest);
      }
    }
    return new ChangePrice(before, after, lines, rest, arrears);
  }

  /** PRORATE: the invoice that is made at once, when there is something to charge. */
  public Optional<InvoiceDraft> invoice(
      PolicyPack pack, long changeId, long customerId, long subscriptionId, Buyer buyer) {
    if (rest.isEmpty() || !restNet().isPositive()) {
      return Optional.empty();
    }
    InvoiceDraft.Heading heading =
        InvoiceDraft.Heading.invoice(
            pack,
            Purpose.CHANGE,
            "change:" + changeId,
            customerId,
            subscriptionId,
            restPeriod.from(),
            restPeriod);
    String vatReason = VatTreatment.of(pack.seller(), buyer).reason();
    return Optional.of(InvoiceDraft.of(heading, buyer, rest, vatReason));
  }

  /**
   * The fee of a whole month, net as the catalogue states it.
   *
   * @param usage by metric, for plans with tiers
   */
  public static Money fee(PolicyPack pack, Terms terms, Map<String, Long> usage) {
    return MonthlyFee.of(
        terms.plan(), code -> quantity(terms, usage, code), pack.seller().currency());
  }

  private static List<PricedItem> items(
      PolicyPack pack, Situation situation, Terms terms, String language) {
    return PriceList.monthly(
        terms.plan(), code -> quantity(terms, situation.usage(), code), pack.id(), language);
  }

  /** Components have the quantity ordered; what is not a component is a metric, with its use. */
  private static long quantity(Terms terms, Map<String, Long> usage, String code) {
    return terms.plan().component(code).isPresent()
        ? terms.quantity(code)
        : usage.getOrDefault(code, 0L);
  }
}
