package org.kontor.web.client.movements;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import org.kontor.billing.wallet.boundary.MovementView;
import org.kontor.billing.wallet.boundary.WalletView;
import org.kontor.billing.wallet.boundary.Wallets;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.Visit;

/** A page of what moved the balance, the latest first. */
@Named
@RequestScoped
public class MovementsPage {

  private static final int ROWS = 31;

  @Inject private Visit visit;
  @Inject private Wallets wallets;

  private String after;
  private Page<MovementView> page;
  private WalletView wallet;

  public List<MovementView> getRows() {
    return page().items();
  }

  /** Null on the last page. */
  public String getNext() {
    return page().next();
  }

  public WalletView getWallet() {
    if (wallet == null) {
      wallet = wallets.view(visit.customerId());
    }
    return wallet;
  }

  private Page<MovementView> page() {
    if (page == null) {
      page = wallets.movements(visit.customerId(), after, ROWS);
    }
    return page;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
