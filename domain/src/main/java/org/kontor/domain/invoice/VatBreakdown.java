package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.domain.money.Money;

/**
 * VAT of one category and rate (BG-23).
 *
 * @param base BT-116, the sum of the rounded lines
 * @param tax BT-117 = base × rate, rounded half up (BR-CO-17); of prices that include VAT what is
 *     in their sum
 * @param category BT-118
 * @param rate BT-119, percent
 * @param reason BT-120, empty where none is needed
 */
public record VatBreakdown(String category, BigDecimal rate, Money base, Money tax, String reason) {

  /** One breakdown per category and rate, in the order of first appearance. */
  public static List<VatBreakdown> of(List<Line> lines, String reason) {
    List<VatBreakdown> result = new ArrayList<>(1);
    for (List<Line> group : GrossLines.groups(lines)) {
      result.add(taxed(group, reason));
    }
    return result;
  }

  private static VatBreakdown taxed(List<Line> group, String reason) {
    Line first = group.get(0);
    Money base = group.stream().map(Line::net).reduce(Money::plus).orElseThrow();
    Money tax =
        GrossLines.sum(group)
            .map(gross -> gross.minus(base))
            .orElseGet(
                () ->
                    Money.rounded(
                        base.amount().multiply(first.vatRate()).movePointLeft(2), base.currency()));
    return new VatBreakdown(first.vatCategory(), first.vatRate(), base, tax, reason);
  }

  /** Canonical JSON array: what is stored and hashed. */
  public static String json(List<VatBreakdown> breakdowns) {
    StringBuilder out = new StringBuilder("[");
    for (VatBreakdown breakdown : breakdowns) {
      if (out.length() > 1) {
        out.append(',');
      }
      Map<String, String> fields = new TreeMap<>();
      fields.put("base", breakdown.base.amount().toPlainString());
      fields.put("category", breakdown.category);
      fields.put("rate", breakdown.rate.toPlainString());
      fields.put("reason", breakdown.reason);
      fields.put("tax", breakdown.tax.amount().toPlainString());
      out.append(CanonicalJson.object(fields));
    }
    return out.append(']').toString();
  }
}
