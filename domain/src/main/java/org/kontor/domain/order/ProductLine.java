package org.kontor.domain.order;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;
import org.kontor.domain.policy.Seller;
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
    boolean gross = includesVat(pack.seller().vat());
    Expr price = Expr.num("price", product.price());
    Expr unit = gross ? withoutVat(pack, price) : price;
    Expr total = Expr.mul(Expr.num("quantity", quantity), price);
    Expr net =
        Expr.round(
            gross ? withoutVat(pack, total) : total,
            pack.seller().currency().getDefaultFractionDigits());
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
        new Explanation(rules, pack.id(), Map.of("product", product.code()), net));
  }

  private static boolean includesVat(Seller.Vat vat) {
    return vat.pricesInclude() && vat.rate().signum() != 0;
  }

  /** Catalogue prices that include VAT are taken apart before the document adds it (EN 16931). */
  private static Expr withoutVat(PolicyPack pack, Expr gross) {
    return Expr.div(
        Expr.mul(gross, Expr.constant(100)),
        Expr.add(Expr.constant(100), Expr.num("vat", pack.seller().vat().rate())));
  }
}
