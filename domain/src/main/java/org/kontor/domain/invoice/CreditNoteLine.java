package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;

/**
 * One line of a credit note: the rest of an invoice's line, some of its units, or an amount of it.
 * Its explanation names the line that it corrects, so that what is left can be told from documents
 * alone.
 */
final class CreditNoteLine {

  private static final String LINE = "line";
  private static final String UNITS = "units";

  private CreditNoteLine() {}

  /** All that is left of the line. */
  static Line rest(CreditableLine of, String document, String policy) {
    BigDecimal units = of.quantityLeft().signum() == 0 ? of.line().quantity() : of.quantityLeft();
    Expr left = Expr.num("left", of.netLeft().amount());
    return line(of, document, policy, units, of.quantityLeft(), of.netLeft(), left);
  }

  /**
   * Some units: their share of what is left; the last units take the remainder.
   *
   * @param field place of the wish in the caller's input
   */
  static Line units(
      CreditableLine of, BigDecimal units, String document, String policy, String field) {
    BigDecimal left = of.quantityLeft();
    if (units.signum() <= 0 || units.compareTo(left) > 0) {
      throw tooMuch(of, field, "quantity", units, left);
    }
    int scale = of.netLeft().currency().getDefaultFractionDigits();
    Expr share =
        Expr.div(
            Expr.mul(Expr.num("left", of.netLeft().amount()), Expr.num("units", units)),
            Expr.num("unitsLeft", left));
    Expr rounded = Expr.round(share, scale);
    Money net = new Money(rounded.value(), of.netLeft().currency());
    if (!net.isPositive()) {
      throw tooMuch(of, field, "quantity", units, BigDecimal.ZERO);
    }
    return line(of, document, policy, units, units, net, rounded);
  }

  /** An amount, as one piece. */
  static Line amount(
      CreditableLine of, Money amount, String document, String policy, String field) {
    if (!amount.isPositive() || amount.compareTo(of.netLeft()) > 0) {
      throw tooMuch(of, field, "amount", amount.amount(), of.netLeft().amount());
    }
    Expr figure = Expr.num("amount", amount.amount());
    return line(of, document, policy, BigDecimal.ONE, BigDecimal.ZERO, amount, figure);
  }

  /** Number of the invoice's line that a credit note's line corrects. */
  static int corrects(Line creditLine) {
    return Integer.parseInt(creditLine.why().facts().get(LINE));
  }

  /** Units of the invoice's line that a credit note's line takes back. */
  static BigDecimal unitsTaken(Line creditLine) {
    return new BigDecimal(creditLine.why().facts().get(UNITS));
  }

  private static Line line(
      CreditableLine of,
      String document,
      String policy,
      BigDecimal quantity,
      BigDecimal unitsTaken,
      Money net,
      Expr arithmetic) {
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("corrects", document);
    facts.put(LINE, Integer.toString(of.number()));
    facts.put(UNITS, DocumentHash.plain(unitsTaken));
    Line old = of.line();
    return new Line(
        old.itemCode(),
        old.name(),
        quantity,
        old.unit(),
        price(old, quantity, net),
        net,
        old.vatCategory(),
        old.vatRate(),
        old.period(),
        new Explanation(List.of("S1.26"), policy, facts, arithmetic));
  }

  /** The invoice's price where it gives this net, else the price that does. */
  private static BigDecimal price(Line old, BigDecimal quantity, Money net) {
    Money byPrice = Money.rounded(old.unitPrice().multiply(quantity), net.currency());
    return byPrice.equals(net)
        ? old.unitPrice()
        : net.amount().divide(quantity, 10, RoundingMode.HALF_UP).abs();
  }

  private static Refused tooMuch(
      CreditableLine of, String field, String what, BigDecimal wanted, BigDecimal left) {
    return new Problem(
            ProblemCode.INVALID_VALUE,
            field + "." + what,
            what + " " + wanted.toPlainString() + " cannot be credited",
            "Credit more than 0 and at most " + left.toPlainString() + " of line " + of.number(),
            Map.of("line", of.number(), "left", left.toPlainString()))
        .asException();
  }
}
