package org.kontor.domain.payment;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.WalletPolicy.BonusStep;

/**
 * Amounts that are offered to somebody who tops up, each with what it earns: the steps of the bonus
 * ladder (S3.7), or, where there is none, one month or several at once (S2.25).
 */
public record TopUpOffer(List<Choice> choices) {

  private static final List<Integer> MONTHS = List.of(1, 3, 6, 12);

  public TopUpOffer {
    choices = List.copyOf(choices);
  }

  /**
   * @param bonus what it earns, zero where no step is reached
   * @param months of the present fee that it covers; 0 for a step of the ladder
   */
  public record Choice(Money amount, Money bonus, int months) {}

  /**
   * @param monthly what a month costs at present; zero where that is not known
   */
  public static TopUpOffer of(PolicyPack pack, Money monthly) {
    List<Choice> choices = new ArrayList<>();
    for (BonusStep step : pack.wallet().bonus()) {
      choices.add(choice(pack, Money.rounded(step.from(), monthly.currency()), 0));
    }
    if (choices.isEmpty() && monthly.isPositive()) {
      for (int months : MONTHS) {
        BigDecimal sum = monthly.amount().multiply(BigDecimal.valueOf(months));
        choices.add(choice(pack, Money.rounded(sum, monthly.currency()), months));
      }
    }
    choices.removeIf(choice -> isTooSmall(pack, choice.amount));
    return new TopUpOffer(choices);
  }

  /** Whether an amount is below the vendor's smallest top-up (S2.25: there may be none). */
  public static boolean isTooSmall(PolicyPack pack, Money amount) {
    BigDecimal minimum = pack.wallet().minimumTopUp();
    return !amount.isPositive() || minimum != null && amount.amount().compareTo(minimum) < 0;
  }

  private static Choice choice(PolicyPack pack, Money amount, int months) {
    return new Choice(amount, Bonus.of(pack, amount).amount(), months);
  }
}
