package org.kontor.domain.ledger;

import java.math.BigDecimal;
import java.util.Currency;
import org.kontor.domain.customer.Check;
import org.kontor.domain.money.Money;

/**
 * A customer's wish to hear of its balance when a charge takes it below an amount (PAGES C05): once
 * for each time it falls, however many charges follow below.
 *
 * @param below more than zero: of an exhausted balance it hears anyway (S2.13, S3.11)
 */
public record LowBalanceAlert(Money below) {

  private static final BigDecimal MOST = BigDecimal.valueOf(1_000_000_000_000L);

  /**
   * @param amount in the currency's major unit: more than zero, less than 10<sup>12</sup>, no finer
   *     than the currency
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, INVALID_VALUE at {@code below}
   */
  public static LowBalanceAlert of(BigDecimal amount, Currency currency) {
    if (amount == null) {
      throw Check.missing("below");
    }
    if (amount.signum() <= 0 || amount.compareTo(MOST) >= 0) {
      throw Check.invalid(
          "below",
          "The amount is not between zero and " + MOST.toPlainString(),
          "Send an amount above zero, or delete the alert.");
    }
    Money below = Money.rounded(amount, currency);
    if (below.amount().compareTo(amount) != 0) {
      throw Check.invalid(
          "below",
          "The amount is finer than the currency",
          "Send at most " + currency.getDefaultFractionDigits() + " decimals.");
    }
    return new LowBalanceAlert(below);
  }

  /** Whether a charge took the balance from where it was enough to where it is not. */
  public boolean isCrossed(Money before, Money after) {
    return before.compareTo(below) >= 0 && isLow(after);
  }

  public boolean isLow(Money balance) {
    return balance.compareTo(below) < 0;
  }
}
