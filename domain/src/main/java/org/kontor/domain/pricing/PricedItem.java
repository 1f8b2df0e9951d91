package org.kontor.domain.pricing;

import java.math.BigDecimal;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;

/**
 * One priced position of a price list, before a period is applied and before rounding.
 *
 * @param itemCode plan or component code (BT-155)
 * @param name in the asked language (BT-153)
 * @param quantity charged units: those beyond what the plan includes (BT-129)
 * @param unit UN/ECE Recommendation 20 code (BT-130)
 * @param unitPrice per unit and month, in the seller's currency (BT-146)
 * @param why its arithmetic is the exact net of one whole month
 */
public record PricedItem(
    String itemCode,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    Explanation why) {

  /** The exact net of a whole month, not rounded. */
  public Expr exact() {
    return why.arithmetic();
  }
}
