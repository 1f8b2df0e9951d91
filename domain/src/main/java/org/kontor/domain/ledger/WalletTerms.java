package org.kontor.domain.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.WalletPolicy.VatMode;

/**
 * What the policy says about booking a charge.
 *
 * @param bonusFirst spend bonus before paid money; default false (S3.7)
 * @param vatPercent VAT contained in an amount, 0 where prices are without VAT or none is due
 * @param vatAtTopUp VAT was accounted with the top-up (advance invoice), not with the charge
 */
public record WalletTerms(boolean bonusFirst, BigDecimal vatPercent, boolean vatAtTopUp) {

  private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);

  public static WalletTerms of(PolicyPack pack) {
    Seller.Vat vat = pack.seller().vat();
    return new WalletTerms(
        pack.wallet().spendBonusFirst(),
        vat.pricesInclude() && "S".equals(vat.category()) ? vat.rate() : BigDecimal.ZERO,
        pack.wallet().vatMode() == VatMode.ADVANCE_INVOICE);
  }

  /** The VAT inside a gross amount, half up, with the amount's sign. */
  public Money vatIn(Money gross) {
    if (vatPercent.signum() == 0) {
      return Money.zero(gross.currency());
    }
    int scale = gross.amount().scale();
    BigDecimal vat =
        gross
            .amount()
            .multiply(vatPercent)
            .divide(HUNDRED.add(vatPercent), scale, RoundingMode.HALF_UP);
    return new Money(vat, gross.currency());
  }
}
