package org.kontor.domain.invoice;

import java.math.BigDecimal;
import org.kontor.domain.customer.VatId;
import org.kontor.domain.policy.Seller;

/**
 * Which VAT category a supply of services to a buyer has (Directive 2006/112/EC Art. 44, 196).
 *
 * @param category EN 16931 code
 * @param rate percent
 * @param reason BT-120, empty for the standard rate
 */
public record VatTreatment(String category, BigDecimal rate, String reason) {

  /**
   * At home, and for consumers of the EU, the seller's own treatment; reverse charge for businesses
   * of other member states with a well-formed VAT identifier (category AE, never S with 0 %);
   * outside the scope for buyers beyond the EU when the seller is taxed there.
   */
  public static VatTreatment of(Seller seller, Buyer buyer) {
    return of(seller, buyer.address().country(), buyer.vatId(), buyer.language());
  }

  /** The same from what it depends on: the buyer's country, VAT identifier and language. */
  public static VatTreatment of(Seller seller, String abroad, String vatId, String language) {
    String home = seller.address().country();
    Seller.Vat vat = seller.vat();
    boolean standard = vat.category().equals("S");
    if (standard && !home.equals(abroad) && VatId.isMember(home)) {
      if (!VatId.isMember(abroad)) {
        return new VatTreatment("O", BigDecimal.ZERO, "Not subject to VAT (Art. 44)");
      }
      if (VatId.fits(vatId, abroad)) {
        return new VatTreatment("AE", BigDecimal.ZERO, "Reverse charge");
      }
    }
    String reason = standard ? "" : vat.exemptionReason().in(language);
    return new VatTreatment(vat.category(), vat.rate(), reason);
  }
}
