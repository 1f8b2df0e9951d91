package org.kontor.web.client.wallet;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Optional;
import org.kontor.billing.wallet.boundary.LowBalanceAlertView;
import org.kontor.billing.wallet.boundary.LowBalanceAlerts;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.text.AmountReader;
import org.kontor.web.client.Feedback;
import org.kontor.web.client.Shown;
import org.kontor.web.client.Visit;

/** Of which balance the customer wants to hear; an empty field is of none. */
@Named
@RequestScoped
public class WalletAlert {

  private static final String DONE = "/client/wallet?faces-redirect=true&done=alert";

  @Inject private Visit visit;
  @Inject private LowBalanceAlerts alerts;
  @Inject private WalletPage wallet;
  @Inject private Feedback feedback;
  @Inject private Shown show;

  private Optional<LowBalanceAlertView> stored;
  private String typed;

  public String save() {
    try {
      if (getBelow().isBlank()) {
        alerts.remove(visit.customerId());
        return DONE;
      }
      Currency currency = Currency.getInstance(wallet.getView().currency());
      Optional<BigDecimal> below =
          AmountReader.read(getBelow(), currency.getDefaultFractionDigits());
      if (below.isPresent() && below.get().signum() > 0) {
        alerts.set(visit.customerId(), below.get());
        return DONE;
      }
      feedback.fault("alert:below", "money.amount.notUnderstood");
    } catch (Refused refused) {
      feedback.refusal("alert:below", refused);
    }
    return null;
  }

  /** Whether the balance is below it now: no charge can take it there any more. */
  public boolean isReached() {
    return stored()
        .map(alert -> wallet.getView().balance().compareTo(alert.below()) < 0)
        .orElse(false);
  }

  public String getBelow() {
    return typed == null ? stored().map(alert -> show.number(alert.below())).orElse("") : typed;
  }

  public void setBelow(String below) {
    typed = below == null ? "" : below;
  }

  private Optional<LowBalanceAlertView> stored() {
    if (stored == null) {
      stored = alerts.find(visit.customerId());
    }
    return stored;
  }
}
