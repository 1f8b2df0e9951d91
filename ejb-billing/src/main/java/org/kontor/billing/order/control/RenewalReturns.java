package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.billing.invoice.control.Correction;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.invoice.CreditNote.Wish;
import org.kontor.domain.invoice.CreditableLine;
import org.kontor.domain.time.BusinessClock;

/**
 * What a credited renewal leaves. One that was not paid yet leaves the present term and can be
 * invoiced again; one that was paid gives its term back and is not renewed by itself again. Of some
 * units only these, as a product of their own.
 */
@ApplicationScoped
public class RenewalReturns {

  @PersistenceContext(unitName = "billing")
  private EntityManager entities;

  @Inject private Documents documents;
  @Inject private Correction correction;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Ids ids;

  /** Credits what open renewals ask for units that are about to be withdrawn. */
  void takeBackOpen(Map<PurchasedProduct, Long> units, String reason) {
    Map<Long, List<PurchasedProduct>> byInvoice = new TreeMap<>();
    for (PurchasedProduct product : units.keySet()) {
      if (product.awaitsRenewal()) {
        byInvoice
            .computeIfAbsent(product.getRenewalInvoiceId(), key -> new ArrayList<>())
            .add(product);
      }
    }
    byInvoice.forEach(
        (id, products) -> {
          StoredDocument invoice = documents.find(id).orElseThrow();
          List<CreditableLine> lines = correction.left(invoice);
          Map<PurchasedProduct, Integer> own = own(invoice, lines);
          List<Wish> wishes = new ArrayList<>();
          for (PurchasedProduct product : products) {
            Integer line = own.get(product);
            if (line != null) {
              long some = units.get(product);
              BigDecimal quantity = some < product.getQuantity() ? BigDecimal.valueOf(some) : null;
              wishes.add(new Wish(lines.get(line).number(), quantity, null));
            }
          }
          if (!wishes.isEmpty() && invoice.open().isPositive()) {
            correction.creditAlso(invoice, wishes, reason);
          }
        });
    entities.flush();
  }

  /** To be called for every credited invoice; one that renews nothing is left alone. */
  void credited(StoredDocument invoice, List<CreditableLine> before, List<CreditableLine> after) {
    boolean all = after.stream().allMatch(line -> line.netLeft().isZero());
    Map<PurchasedProduct, Integer> own = own(invoice, before);
    for (PurchasedProduct product : renewedBy(invoice)) {
      Integer line = own.get(product);
      boolean paid = product.isRenewedBy(invoice.id());
      long units = line == null ? 0 : ProductReturns.unitsTaken(before.get(line), after.get(line));
      if (all && !paid || line != null && after.get(line).netLeft().isZero()) {
        units = product.getQuantity();
      }
      if (units > 0) {
        PurchasedProduct part = part(product, units);
        if (paid) {
          LocalDate firstDay = before.get(line).line().period().from();
          part.renewalReturned(firstDay.minusDays(1), today(invoice));
        } else {
          part.renewalCredited();
        }
      }
    }
  }

  private PurchasedProduct part(PurchasedProduct product, long units) {
    if (units >= product.getQuantity()) {
      return product;
    }
    PurchasedProduct part = product.split(ids.next(), units);
    entities.persist(part);
    return part;
  }

  /**
   * The index of each product's line. Lines follow products by their ids; of several lines for the
   * same product the ones credited before were freed with it.
   */
  private Map<PurchasedProduct, Integer> own(StoredDocument invoice, List<CreditableLine> lines) {
    Map<PurchasedProduct, Integer> own = new LinkedHashMap<>();
    Set<Integer> taken = new HashSet<>();
    for (PurchasedProduct product : renewedBy(invoice)) {
      for (int i = 0; i < lines.size(); i++) {
        CreditableLine line = lines.get(i);
        if (line.line().itemCode().equals(product.getProductCode())
            && !line.netLeft().isZero()
            && taken.add(i)) {
          own.put(product, i);
          break;
        }
      }
    }
    return own;
  }

  /** Products whose renewal the invoice asks for, or was paid for and not given back; by id. */
  private List<PurchasedProduct> renewedBy(StoredDocument invoice) {
    return entities
        .createNamedQuery(PurchasedProduct.OF_INVOICE, PurchasedProduct.class)
        .setParameter("customer", invoice.customerId())
        .setParameter("invoice", invoice.id())
        .getResultList()
        .stream()
        .filter(product -> product.isRenewedBy(invoice.id()) || product.awaitsRenewal(invoice.id()))
        .toList();
  }

  private LocalDate today(StoredDocument invoice) {
    return clock.today(policies.vendor(invoice.vendorCode()).zone());
  }
}
