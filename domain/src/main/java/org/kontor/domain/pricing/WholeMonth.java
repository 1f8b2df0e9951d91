package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.InvoiceDraft.Heading;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.time.DateRange;

/**
 * What a whole month costs, to the cent: for plans that are invoiced, as the invoice will say it
 * with its VAT; for plans that charge a balance, the fees whose parts are charged.
 *
 * @param net sum of the positions; where prices of a balance include VAT, with it
 * @param vat empty where nothing is invoiced
 */
public record WholeMonth(List<Position> positions, Money net, Optional<Money> vat) {

  public WholeMonth {
    positions = List.copyOf(positions);
  }

  /** What is to be paid for it. */
  public Money total() {
    return vat.map(net::plus).orElse(net);
  }

  /**
   * @param quantity units by component code; for a plan with tiers also by the head-count
   * @param month that is priced; its length does not matter to a whole one
   */
  public static WholeMonth of(
      PolicyPack pack, Plan plan, ToLongFunction<String> quantity, Buyer buyer, YearMonth month) {
    List<PricedItem> items = PriceList.monthly(plan, quantity, pack.id(), buyer.language());
    return plan.timing() == Timing.MONTHLY_ADVANCE
        ? invoiced(pack, items, buyer, month)
        : charged(pack, items);
  }

  /** As a document that is ready has it. */
  public static WholeMonth of(InvoiceDraft draft) {
    return new WholeMonth(
        draft.lines().stream().map(Position::of).toList(),
        draft.net(),
        Optional.of(draft.vatTotal()));
  }

  private static WholeMonth invoiced(
      PolicyPack pack, List<PricedItem> items, Buyer buyer, YearMonth month) {
    DateRange period = DateRange.of(month);
    MonthlyPricing pricing = new MonthlyPricing(pack);
    VatTreatment vat = VatTreatment.of(pack.seller(), buyer);
    List<Line> lines =
        items.stream()
            .map(item -> pricing.line(item, period, vat))
            .filter(line -> !line.net().isZero())
            .toList();
    Money zero = Money.zero(pack.seller().currency());
    if (lines.isEmpty()) {
      return new WholeMonth(List.of(), zero, Optional.of(zero));
    }
    Heading heading = Heading.invoice(pack, Purpose.MONTHLY, "", 0, null, period.from(), period);
    return of(InvoiceDraft.of(heading, buyer, lines, vat.reason()));
  }

  private static WholeMonth charged(PolicyPack pack, List<PricedItem> items) {
    int digits = pack.seller().currency().getDefaultFractionDigits();
    List<Position> positions =
        items.stream()
            .map(
                item -> {
                  Expr rounded = Expr.round(item.exact(), digits);
                  Explanation why = item.why();
                  return new Position(
                      item.itemCode(),
                      item.name(),
                      item.quantity(),
                      item.unitPrice(),
                      new Money(rounded.value(), pack.seller().currency()),
                      new Explanation(why.rules(), why.policy(), why.facts(), rounded));
                })
            .toList();
    Money sum =
        positions.stream()
            .map(Position::amount)
            .reduce(Money.zero(pack.seller().currency()), Money::plus);
    return new WholeMonth(positions, sum, Optional.empty());
  }

  /**
   * A position.
   *
   * @param code of the plan or component
   * @param quantity charged units
   * @param unitPrice per unit and month
   * @param why gives {@code amount} when run again
   */
  public record Position(
      String code,
      String name,
      BigDecimal quantity,
      BigDecimal unitPrice,
      Money amount,
      Explanation why) {

    private static Position of(Line line) {
      return new Position(
          line.itemCode(), line.name(), line.quantity(), line.unitPrice(), line.net(), line.why());
    }
  }
}
