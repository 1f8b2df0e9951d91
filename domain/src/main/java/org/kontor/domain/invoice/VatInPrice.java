package org.kontor.domain.invoice;

import java.math.BigDecimal;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller;

/** Catalogue prices that include VAT, taken apart before a document adds it (EN 16931). */
public final class VatInPrice {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  private VatInPrice() {}

  /** Whether the seller's prices have VAT in them. */
  public static boolean isIn(Seller.Vat vat) {
    return vat.pricesInclude() && vat.rate().signum() != 0;
  }

  /** The net part, exact. */
  public static Expr without(BigDecimal rate, Expr gross) {
    return Expr.div(
        Expr.mul(gross, Expr.constant(100)), Expr.add(Expr.constant(100), Expr.num("vat", rate)));
  }

  /** The net part of an amount, half up; the tax is the rest of it. */
  static Money net(Money gross, BigDecimal rate) {
    BigDecimal exact = gross.amount().multiply(HUNDRED).divide(HUNDRED.add(rate), Expr.PRECISION);
    return Money.rounded(exact, gross.currency());
  }
}
