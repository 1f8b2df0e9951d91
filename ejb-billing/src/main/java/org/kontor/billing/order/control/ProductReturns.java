package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.billing.invoice.control.InvoiceCredited;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.billing.order.entity.PurchasedProduct.State;

/**
 * Takes products back when their order is credited: all of them with the line, some with whole
 * units, and with them their renewals, as far as those are open or paid for days still to come. A
 * price reduction by amount takes nothing back. What a credited renewal does is in {@link
 * RenewalReturns}.
 */
@ApplicationScoped
public class ProductReturns implements InvoiceCredited {

  @Inject private Purchases purchases;
  @Inject private RenewalReturns renewals;

  @Override
  public void credited(Credit credit) {
    StoredDocument invoice = credit.invoice();
    Map<String, Long> units = new TreeMap<>();
    for (int i = 0; i < credit.after().size(); i++) {
      long taken = credit.unitsTaken(i);
      if (taken > 0) {
        units.merge(credit.after().get(i).line().itemCode(), taken, Long::sum);
      }
    }
    // Renewals first: of some units of a product they make a product of its own.
    renewals.takeBackWith(chosen(invoice, units), credit.reason());
    chosen(invoice, units).forEach(PurchasedProduct::giveBack);
    renewals.credited(credit);
    purchases.flush();
  }

  /** Which products of the order the units are taken from, the ones made last first. */
  private Map<PurchasedProduct, Long> chosen(StoredDocument invoice, Map<String, Long> units) {
    Map<String, Long> left = new TreeMap<>(units);
    Map<PurchasedProduct, Long> chosen = new LinkedHashMap<>();
    purchases.ofInvoice(invoice.customerId(), invoice.id()).stream()
        .filter(product -> product.getInvoiceId() == invoice.id())
        .filter(product -> product.getState() != State.WITHDRAWN)
        .sorted(Comparator.comparingLong(PurchasedProduct::getId).reversed())
        .forEach(
            product -> {
              long wanted = left.getOrDefault(product.getProductCode(), 0L);
              long taken = Math.min(wanted, product.getQuantity());
              if (taken > 0) {
                chosen.put(product, taken);
                left.put(product.getProductCode(), wanted - taken);
              }
            });
    return chosen;
  }
}
