package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.billing.order.entity.PurchasedProduct.State;
import org.kontor.billing.payment.control.InvoicePaid;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.order.Term;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;

/**
 * Switches products on when their invoice is paid, whatever the method (S5.3, S5.22), and extends
 * those that it renews (S5.33).
 */
@ApplicationScoped
public class ProductActivation implements InvoicePaid {

  @Inject private Purchases purchases;
  @Inject private Documents documents;
  @Inject private PolicyBook policies;
  @Inject private Outbox outbox;

  @Override
  public void paid(long customerId, long invoiceId, LocalDate on) {
    List<PurchasedProduct> products = purchases.ofInvoice(customerId, invoiceId);
    if (products.isEmpty()) {
      return;
    }
    StoredDocument invoice = documents.find(invoiceId).orElseThrow();
    // Term and reading of late payments as they were sold: of the invoice's own price list.
    PolicyPack pack = policies.version(invoice.vendorCode(), invoice.policyVersion());
    for (PurchasedProduct product : products) {
      int months = termMonths(pack, product.getProductCode());
      if (renews(product, invoiceId)) {
        product.renew(on, months, pack.billing().lateRenewal());
        tell("product.renewed", product, invoiceId, on);
      } else if (product.getState() == State.AWAITING_PAYMENT) {
        activate(product, months, on);
      }
    }
    purchases.flush();
  }

  /**
   * Switches a product on.
   *
   * @param on value date of the payment; a day before the order counts as the day of the order
   */
  public void activate(PurchasedProduct product, int termMonths, LocalDate on) {
    LocalDate from = on.isBefore(product.getOrderedOn()) ? product.getOrderedOn() : on;
    product.activate(from, termMonths > 0 ? Term.starting(from, termMonths).to() : null);
    tell("product.activated", product, product.getInvoiceId(), from);
  }

  private static boolean renews(PurchasedProduct product, long invoiceId) {
    return product.awaitsRenewal(invoiceId) && product.getState() != State.WITHDRAWN;
  }

  private static int termMonths(PolicyPack pack, String productCode) {
    return pack.product(productCode).map(Product::termMonths).orElse(0);
  }

  private void tell(String topic, PurchasedProduct product, long invoiceId, LocalDate on) {
    Map<String, Object> payload = new LinkedHashMap<>();
    payload.put("productId", product.getId());
    payload.put("product", product.getProductCode());
    payload.put("quantity", product.getQuantity());
    payload.put("invoiceId", invoiceId);
    if (product.getExpiresOn() != null) {
      payload.put("expiresOn", product.getExpiresOn());
    }
    outbox.add(
        topic,
        product.getId() + ":" + invoiceId,
        product.getVendorCode(),
        product.getCustomerId(),
        payload,
        on);
  }
}
