package org.kontor.domain.pricing;

import java.math.BigDecimal;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.DateRange;

/**
 * One thing that is taken from the balance. The amount is always {@code why.recompute()}.
 *
 * @param itemCode {@code plan:…}, {@code component:…}, {@code usage:…}, {@code late:<metric>:<day>}
 *     or {@code correction:<item>:<day>}; once per subscription and business date
 * @param name in the customer's language
 * @param period what it is charged for
 * @param quantity days of the plan, units of a component, or units used beyond the included ones
 */
public record ChargeLine(
    String itemCode,
    String name,
    DateRange period,
    BigDecimal quantity,
    Money amount,
    Explanation why) {

  public ChargeLine {
    if (why.recompute().compareTo(amount.amount()) != 0) {
      throw new IllegalArgumentException(itemCode + ": " + amount + " is not " + why.recompute());
    }
  }
}
