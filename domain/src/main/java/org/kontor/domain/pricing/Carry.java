package org.kontor.domain.pricing;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.kontor.domain.explain.Expr;

/**
 * Rounding by the running sum (S2.12 CARRY): what the customer paid in all is the rounded exact sum
 * since activation, so a line is the difference of two rounded sums, and thirty days give exactly
 * the monthly fee, through tier changes too.
 *
 * @param exact sum of the unrounded shares since activation, to {@value #KEPT} digits
 * @param charged what was charged of it
 */
public record Carry(BigDecimal exact, BigDecimal charged) {

  public static final Carry NONE = new Carry(BigDecimal.ZERO, BigDecimal.ZERO);

  /** A thirtieth has no finite decimal form: kept so fine that centuries of days do not show. */
  static final int KEPT = 20;

  /**
   * Sums that are a half cent by exact arithmetic, but for the last kept digits, become one here.
   */
  static final int SEEN = 12;

  /** The line for a further exact share: {@code round(sum + share) - charged}. */
  public Expr line(Expr share, int scale) {
    Expr sum = Expr.add(Expr.num("sum", plain(exact)), share);
    return Expr.sub(Expr.round(Expr.round(sum, SEEN), scale), Expr.num("charged", plain(charged)));
  }

  /** The state once {@code line} has been charged for {@code share}. */
  public Carry after(Expr share, BigDecimal line) {
    return new Carry(
        exact.add(share.value()).setScale(KEPT, RoundingMode.HALF_UP), charged.add(line));
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }
}
