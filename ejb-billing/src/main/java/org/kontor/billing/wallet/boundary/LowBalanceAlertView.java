package org.kontor.billing.wallet.boundary;

import java.math.BigDecimal;
import org.kontor.domain.money.Money;

/**
 * @param below a mail goes out when a charge takes the balance below it; more than zero
 * @param currency ISO 4217, the customer's
 */
public record LowBalanceAlertView(BigDecimal below, String currency) {

  static LowBalanceAlertView of(Money below) {
    return new LowBalanceAlertView(below.amount(), below.currency().getCurrencyCode());
  }
}
