package org.kontor.domain.payment;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.WalletPolicy.BonusStep;

/**
 * What a top-up earns (S3.7): the percentage of the highest step it reaches, of the whole top-up,
 * the part that repays a debt included.
 *
 * @param amount zero when no step is reached
 */
public record Bonus(Money amount, Explanation why) {

  public static Bonus of(PolicyPack pack, Money topUp) {
    BonusStep reached = new BonusStep(BigDecimal.ZERO, BigDecimal.ZERO);
    for (BonusStep step : pack.wallet().bonus()) {
      boolean reaches = step.from().compareTo(topUp.amount()) <= 0;
      if (reaches && step.from().compareTo(reached.from()) >= 0) {
        reached = step;
      }
    }
    Expr arithmetic =
        Expr.round(
            Expr.div(
                Expr.mul(Expr.num("topUp", topUp.amount()), Expr.num("percent", reached.percent())),
                Expr.constant(100)),
            topUp.currency().getDefaultFractionDigits());
    return new Bonus(
        new Money(arithmetic.value(), topUp.currency()),
        new Explanation(
            List.of("S3.7"),
            pack.id(),
            Map.of("step", reached.from().toPlainString()),
            arithmetic));
  }
}
