package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.billing.order.entity.PurchasedProduct.State;
import org.kontor.crm.platform.boundary.Sql;

/** Reads and adds what customers bought. */
@ApplicationScoped
public class Purchases {

  @PersistenceContext(unitName = "billing")
  private EntityManager entities;

  @Inject private Sql sql;

  public Optional<OrderingCustomer> customer(long customerId) {
    return sql.one(
        row ->
            new OrderingCustomer(
                row.getLong(1),
                row.getString(2),
                row.getString(3),
                "ACTIVE".equals(row.getString(4)),
                ZoneId.of(row.getString(5))),
        "select c.id, c.vendor_code, c.currency, c.state, v.zone"
            + " from customer c join vendor v on v.code = c.vendor_code where c.id = ?",
        customerId);
  }

  public List<PurchasedProduct> of(long customerId) {
    return entities
        .createNamedQuery(PurchasedProduct.OF_CUSTOMER, PurchasedProduct.class)
        .setParameter("customer", customerId)
        .getResultList();
  }

  /** What an invoice sold, asks to renew, or was paid to renew and not given back; by id. */
  List<PurchasedProduct> ofInvoice(long customerId, long invoiceId) {
    flush();
    List<Long> renewed =
        sql.list(
            row -> row.getLong(1),
            "select t.product_id from purchased_product p join renewed_term t on t.product_id = p.id"
                + " where p.customer_id = ? and t.invoice_id = ?",
            customerId,
            invoiceId);
    return entities
        .createNamedQuery(PurchasedProduct.OF_INVOICE, PurchasedProduct.class)
        .setParameter("customer", customerId)
        .setParameter("invoice", invoiceId)
        // A list in a query must not be empty
        .setParameter("renewed", renewed.isEmpty() ? List.of(0L) : renewed)
        .getResultList();
  }

  /** Codes of products that the customer has, or has on an invoice that awaits payment. */
  public Set<String> owned(long customerId) {
    return of(customerId).stream()
        .filter(
            product ->
                product.getState() == State.ACTIVE || product.getState() == State.AWAITING_PAYMENT)
        .map(PurchasedProduct::getProductCode)
        .collect(Collectors.toSet());
  }

  public void add(PurchasedProduct product) {
    entities.persist(product);
  }

  /** Makes the rows visible to plain SQL. */
  public void flush() {
    entities.flush();
  }
}
