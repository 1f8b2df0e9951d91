package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
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
   * The sum of such lines as one explanation, for the next invoice.
   *
   * @return empty when there is nothing to charge
   */
  public Optional<Explanation> arrears(List<Line> lines, DateRange rest) {
    if (lines.isEmpty()) {
      return Optional.empty();
    }
    Expr sum = lines.get(0).why().arithmetic();
    if (lines.size() > 1) {
      sum = Expr.add(lines.stream().map(line -> line.why().arithmetic()).toArray(Expr[]::new));
    }
    if (sum.value().signum() <= 0) {
      return Optional.empty();
    }
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("from", rest.from().toString());
    facts.put("to", rest.to().toString());
    lines.stream()
        .filter(line -> line.net().isPositive())
        .map(line -> line.why().facts().get("plan"))
        .filter(Objects::nonNull)
        .findFirst()
        .ifPresent(plan -> facts.put("plan", plan));
    if (lines.stream().allMatch(line -> line.gross().isPresent())) {
      Money gross =
          lines.stream().map(line -> line.gross().orElseThrow()).reduce(Money::plus).orElseThrow();
      facts.put(Line.GROSS, gross.amount().toPlainString());
    }
    return Optional.of(new Explanation(List.of("S1.13"), pack.id(), facts, sum));
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
