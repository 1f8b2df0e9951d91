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

  /**
   * The VAT of a charge. Where it was accounted when the money came, it is chargeable at the rate
   * of that day and stays so when the rate changes (Directive 2006/112/EC Art. 65, Art. 93): each
   * unit of the balance takes its share of what was accounted along, and the last one all that is
   * left. What the balance does not cover was never accounted; it and what comes back have the rate
   * of the day charged for.
   *
   * @param fromPaid what leaves the paid money; negative for corrections
   * @param paidBefore the paid money before, negative in debt
   * @param accounted VAT of the customer's top-ups that is not used up yet; null where all of it
   *     has the rate of these terms, or VAT is not accounted at the top-up
   */
  Money vatOf(Money fromPaid, Money paidBefore, Money accounted) {
    if (accounted == null || !fromPaid.isPositive() || !paidBefore.isPositive()) {
      return vatIn(fromPaid);
    }
    Money covered = fromPaid.min(paidBefore);
    BigDecimal share =
        accounted
            .amount()
            .multiply(covered.amount())
            .divide(paidBefore.amount(), covered.amount().scale(), RoundingMode.HALF_UP);
    return new Money(share, covered.currency()).plus(vatIn(fromPaid.minus(covered)));
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
