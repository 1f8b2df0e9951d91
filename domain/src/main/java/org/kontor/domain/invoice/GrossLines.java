package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;

/**
 * Lines of prices that include VAT: who was offered 249.00 owes 249.00. Base × rate cannot give
 * every gross amount (no base gives 249.00 at 21 %), so the tax is what is in the sum of the gross
 * amounts, and the base the rest. A line's net amount is rounded with the lines before it, so that
 * lines, base, tax and total add up (BR-CO-10, 13, 14, 15) and the tax differs from BR-CO-17 by at
 * most one cent, which the rule's official check tolerates.
 */
final class GrossLines {

  private GrossLines() {}

  /** VAT category and rate: what one BG-23 is about. */
  record Group(String category, BigDecimal rate) {

    static Group of(Line line) {
      return new Group(line.vatCategory(), line.vatRate().stripTrailingZeros());
    }
  }

  /** The lines by category and rate, in the order of first appearance. */
  static Collection<List<Line>> groups(List<Line> lines) {
    Map<Group, List<Line>> groups = new LinkedHashMap<>();
    lines.forEach(
        line -> groups.computeIfAbsent(Group.of(line), key -> new ArrayList<>()).add(line));
    return groups.values();
  }

  /**
   * The sum with VAT of the lines of one group; empty when VAT comes on top of one of them, or is
   * not due.
   */
  static Optional<Money> sum(List<Line> group) {
    BigDecimal rate = group.get(0).vatRate();
    Money sum = Money.zero(group.get(0).net().currency());
    for (Line line : group) {
      Optional<Money> gross = line.gross();
      if (rate.signum() == 0 || gross.isEmpty() || !fits(line, gross.get(), rate)) {
        return Optional.empty();
      }
      sum = sum.plus(gross.get());
    }
    return Optional.of(sum);
  }

  /** A line that was priced at another rate, as arrears may be, keeps its net amount. */
  private static boolean fits(Line line, Money gross, BigDecimal rate) {
    return Math.abs(VatInPrice.net(gross, rate).minus(line.net()).minor()) <= 1;
  }

  /** The lines, with net amounts that make up the net part of their gross sum. */
  static List<Line> settled(List<Line> lines) {
    Map<Group, Money> sums = new LinkedHashMap<>();
    for (List<Line> group : groups(lines)) {
      if (sum(group).isPresent()) {
        sums.put(Group.of(group.get(0)), Money.zero(group.get(0).net().currency()));
      }
    }
    List<Line> settled = new ArrayList<>(lines.size());
    for (Line line : lines) {
      Money before = sums.get(Group.of(line));
      if (before == null) {
        settled.add(line);
      } else {
        Money after = before.plus(line.gross().orElseThrow());
        sums.put(Group.of(line), after);
        Money net =
            VatInPrice.net(after, line.vatRate()).minus(VatInPrice.net(before, line.vatRate()));
        settled.add(line.net().equals(net) ? line : rounded(line, net));
      }
    }
    return settled;
  }

  private static Line rounded(Line line, Money net) {
    Explanation why = line.why();
    Expr carried = Expr.num("rounding", net.minus(line.net()).amount());
    return new Line(
        line.itemCode(),
        line.name(),
        line.quantity(),
        line.unit(),
        line.unitPrice(),
        net,
        line.vatCategory(),
        line.vatRate(),
        line.period(),
        new Explanation(
            why.rules(), why.policy(), why.facts(), Expr.add(why.arithmetic(), carried)));
  }
}
