package org.kontor.domain.pricing;

import java.util.Currency;
import java.util.function.ToLongFunction;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Plan;

/** The fee of a whole month, as the sum of the rounded positions that an invoice would carry. */
public final class MonthlyFee {

  private MonthlyFee() {}

  /**
   * @param quantity units by component code
   * @param currency the seller's
   */
  public static Money of(Plan plan, ToLongFunction<String> quantity, Currency currency) {
    Money sum = Money.zero(currency);
    for (PricedItem item : PriceList.monthly(plan, quantity, "", "en")) {
      sum = sum.plus(Money.rounded(item.exact().value(), currency));
    }
    return sum;
  }
}
