package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.RoundingMode;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.kontor.billing.invoice.control.InvoiceCredited;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.billing.order.entity.PurchasedProduct.State;
import org.kontor.domain.invoice.CreditableLine;

/**
 * Takes products back when their order is credited: all of them with the line, some with whole
 * units. A price reduction by amount takes nothing back. A credited renewal leaves the present
 * term, and one that was not paid yet can be invoiced again.
 */
@ApplicationScoped
public class ProductReturns implements InvoiceCredited {

  @PersistenceContext(unitName = "billing")
  private EntityManager entities;

  @Override
  public void credited(
      StoredDocument invoice, List<CreditableLine> before, List<CreditableLine> after) {
    List<PurchasedProduct> products =
        entities
            .createNamedQuery(PurchasedProduct.OF_INVOICE, PurchasedProduct.class)
            .setParameter("customer", invoice.customerId())
            .setParameter("invoice", invoice.id())
            .getResultList();
    for (PurchasedProduct product : products) {
      if (product.getInvoiceId() == invoice.id() && product.getState() != State.WITHDRAWN) {
        for (int i = 0; i < after.size(); i++) {
          if (after.get(i).line().itemCode().equals(product.getProductCode())) {
            giveBack(product, before.get(i), after.get(i));
          }
        }
      }
    }
    renewAgain(invoice, products, before, after);
    entities.flush();
  }

  /**
   * Frees the products whose renewal lost its whole line. Lines follow products by their ids; of
   * several lines for the same product the ones credited before were freed with it.
   */
  private static void renewAgain(
      StoredDocument invoice,
      List<PurchasedProduct> products,
      List<CreditableLine> before,
      List<CreditableLine> after) {
    boolean all = after.stream().allMatch(line -> line.netLeft().isZero());
    Set<Integer> taken = new HashSet<>();
    for (PurchasedProduct product : products) {
      if (product.getRenewalInvoiceId() == null || product.getRenewalInvoiceId() != invoice.id()) {
        continue;
      }
      int own = 0;
      while (own < before.size()
          && (taken.contains(own)
              || before.get(own).netLeft().isZero()
              || !before.get(own).line().itemCode().equals(product.getProductCode()))) {
        own++;
      }
      taken.add(own);
      if (all || own < after.size() && after.get(own).netLeft().isZero()) {
        product.renewalCredited();
      }
    }
  }

  private static void giveBack(
      PurchasedProduct product, CreditableLine before, CreditableLine after) {
    if (after.netLeft().isZero() && !before.netLeft().isZero()) {
      product.giveBack(product.getQuantity());
      return;
    }
    long units =
        before
            .quantityLeft()
            .subtract(after.quantityLeft())
            .setScale(0, RoundingMode.DOWN)
            .longValueExact();
    if (units > 0) {
      product.giveBack(units);
    }
  }
}
