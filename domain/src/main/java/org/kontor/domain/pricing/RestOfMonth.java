package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.DateRange;

/**
 * What a change costs for the days of a month that is already paid: the two other readings of
 * S1.13. The default reading charges nothing for them.
 */
public final class RestOfMonth {

  private final PolicyPack pack;

  public RestOfMonth(PolicyPack pack) {
    this.pack = pack;
  }

  /**
   * The pro-rata differences as lines: units added or taken, and where a price changed the old one
   * back and the new one on.
   *
   * @param before positions of the month as it was paid
   * @param after positions as they are from {@code rest.from()} on
   * @param rest from the day of the change to the end of its month
   */
  public List<Line> lines(
      List<PricedItem> before, List<PricedItem> after, Buyer buyer, DateRange rest) {
    VatTreatment vat = VatTreatment.of(pack.seller(), buyer);
    MonthlyPricing pricing = new MonthlyPricing(pack);
    List<Line> lines = new ArrayList<>();
    for (PricedItem item : differences(before, after)) {
      Line line = pricing.line(item, rest, vat);
      if (!line.net().isZero()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /**
   * The pro-rata difference as one amount for the next invoice, rounded once; with VAT, where
   * prices include it.
   *
   * @param plan in force from the change on, by which the invoice names it
   * @return empty when there is nothing to charge
   */
  public Optional<Explanation> arrears(
      List<PricedItem> before, List<PricedItem> after, String plan, Buyer buyer, DateRange rest) {
    Expr[] parts = differences(before, after).stream().map(PricedItem::exact).toArray(Expr[]::new);
    if (parts.length == 0) {
      return Optional.empty();
    }
    Expr sum = parts.length == 1 ? parts[0] : Expr.add(parts);
    if (sum.value().signum() <= 0) {
      return Optional.empty();
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("from", rest.from().toString());
    facts.put("to", rest.to().toString());
    facts.put("plan", plan);
    Explanation month = new Explanation(List.of("S1.13"), pack.id(), facts, sum);
    PricedItem item =
        new PricedItem("arrears", plan, BigDecimal.ONE, PriceList.PIECE, sum.value(), month);
    Line line = new MonthlyPricing(pack).line(item, rest, VatTreatment.of(pack.seller(), buyer));
    return line.net().isZero() ? Optional.empty() : Optional.of(line.why());
  }

  private static List<PricedItem> differences(List<PricedItem> before, List<PricedItem> after) {
    List<PricedItem> differences = new ArrayList<>();
    for (PricedItem old : before) {
      Optional<PricedItem> same = find(after, old);
      BigDecimal added =
          same.map(PricedItem::quantity).orElse(BigDecimal.ZERO).subtract(old.quantity());
      if (added.signum() != 0) {
        differences.add(units(same.orElse(old), added));
      }
    }
    for (PricedItem fresh : after) {
      if (find(before, fresh).isEmpty()) {
        differences.add(units(fresh, fresh.quantity()));
      }
    }
    return differences;
  }

  private static Optional<PricedItem> find(List<PricedItem> items, PricedItem wanted) {
    return items.stream()
        .filter(
            item ->
                item.itemCode().equals(wanted.itemCode())
                    && item.unitPrice().compareTo(wanted.unitPrice()) == 0)
        .findFirst();
  }

  private static PricedItem units(PricedItem item, BigDecimal quantity) {
    Expr exact = Expr.mul(Expr.num("added", quantity), Expr.num("fee", item.unitPrice()));
    Explanation why =
        new Explanation(List.of("S1.11", "S1.13"), item.why().policy(), item.why().facts(), exact);
    return new PricedItem(
        item.itemCode(), item.name(), quantity, item.unit(), item.unitPrice(), why);
  }
}
