package org.kontor.domain.order;

import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatInPrice;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;
import org.kontor.domain.time.DateRange;

/** The line of a product on a document: the price of the price list, times the quantity. */
public final class ProductLine {

  private ProductLine() {}

  /**
   * @param pack whose price list is in force on the issue date (S4.8)
   * @param rules ids of the rules by which it is billed
   * @param period BG-26
   */
  public static Line of(
      PolicyPack pack,
      Product product,
      long quantity,
      Buyer buyer,
      DateRange period,
      List<String> rules) {
    VatTreatment vat = VatTreatment.of(pack.seller(), buyer);
    boolean gross = VatInPrice.isIn(pack.seller().vat());
    BigDecimal rate = pack.seller().vat().rate();
    Expr price = Expr.num("price", product.price());
    Expr unit = gross ? VatInPrice.without(rate, price) : price;
    int digits = pack.seller().currency().getDefaultFractionDigits();
    Expr total = Expr.round(Expr.mul(Expr.num("quantity", quantity), price), digits);
    Expr net = gross ? Expr.round(VatInPrice.without(rate, total), digits) : total;
    Map<String, String> facts = new LinkedHashMap<>();
    facts.put("product", product.code());
    if (gross && vat.rate().compareTo(rate) == 0) {
      facts.put(Line.GROSS, total.value().toPlainString());
    }
    return new Line(
        product.code(),
        product.name().in(buyer.language()),
        BigDecimal.valueOf(quantity),
        product.unit(),
        unit.value(),
        new Money(net.value(), pack.seller().currency()),
        vat.category(),
        vat.rate(),
        period,
        new Explanation(rules, pack.id(), facts, net));
  }
}
