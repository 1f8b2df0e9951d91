package org.kontor.domain.policy;

import java.util.List;
import org.kontor.domain.policy.WalletPolicy.VatMode;

/**
 * VAT of what is charged on the balance. A charge has no document that could add VAT to a net
 * price, and an advance invoice has taxed the whole balance: what is invoiced from it as well would
 * be taxed twice (STANDARDS D.5).
 */
final class WalletVatCheck {

  private WalletVatCheck() {}

  static void check(PolicyPack pack, Faults faults) {
    Seller.Vat vat = pack.seller().vat();
    List<Plan> plans = pack.catalogue().plans();
    boolean net = vat.category().equals("S") && !vat.pricesInclude();
    boolean advance = pack.wallet().vatMode() == VatMode.ADVANCE_INVOICE;
    for (int i = 0; i < plans.size(); i++) {
      boolean invoiced = plans.get(i).timing() == Timing.MONTHLY_ADVANCE;
      String path = Faults.at("catalogue.plans", i) + ".timing";
      faults.when(
          net && !invoiced,
          path,
          "The plan is charged on the balance, where nothing adds VAT to net prices",
          "State prices with VAT and set seller.vat.pricesInclude to true, or use"
              + " MONTHLY_ADVANCE.");
      faults.when(
          advance && invoiced,
          path,
          "ADVANCE_INVOICE has taxed the balance already, an invoice paid from it taxes it again",
          "Use wallet.vatMode NO_VAT_RECEIPT, or a timing that charges the balance.");
    }
    faults.when(
        advance && !pack.catalogue().products().isEmpty(),
        "catalogue.products",
        "ADVANCE_INVOICE has taxed the balance already, an order paid from it taxes it again",
        "Use wallet.vatMode NO_VAT_RECEIPT, or sell no products in this pack.");
  }
}
