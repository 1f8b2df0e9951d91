package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.billing.invoice.control.Correction;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.InvoiceCredited.Credit;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.billing.order.entity.PurchasedProduct.State;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.invoice.CreditNote.Wish;
import org.kontor.domain.invoice.CreditableLine;
import org.kontor.domain.time.BusinessClock;

/**
 * What a credited renewal leaves. One on which nothing was paid leaves the present term and is
 * invoiced again; one that was paid gives its term back. Neither that one nor one whose credit gave
 * a part payment back is renewed by itself again, from the money given back. Of some units only
 * these, as a product of their own.
 */
@ApplicationScoped
public class RenewalReturns {

  @Inject private Purchases purchases;
  @Inject private Documents documents;
  @Inject private Correction correction;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Ids ids;

  /**
   * Credits the renewals of units that are about to be withdrawn: what is open of them, and what
   * was paid for a term that is not over. No money is kept for days on which nothing can be used.
   */
  void takeBackWith(Map<PurchasedProduct, Long> units, String reason) {
    Map<Long, Map<Integer, Long>> taken = new TreeMap<>();
    units.forEach(
        (product, some) ->
            renewals(product)
                .forEach(
                    invoice ->
                        taken
                            .computeIfAbsent(invoice, key -> new TreeMap<>())
                            .merge(product.renewalLine(invoice), some, Long::sum)));
    taken.forEach(
        (id, lines) -> {
          StoredDocument invoice = documents.find(id).orElseThrow();
          List<CreditableLine> left = correction.left(invoice);
          List<Wish> wishes = new ArrayList<>();
          lines.forEach((line, some) -> wish(left.get(line - 1), some).ifPresent(wishes::add));
          if (!wishes.isEmpty()) {
            correction.creditAlso(invoice, wishes, reason);
          }
        });
    purchases.flush();
  }

  /** Invoices of renewals that a product loses when it is withdrawn today. */
  private List<Long> renewals(PurchasedProduct product) {
    LocalDate today = today(product.getVendorCode());
    List<Long> invoices = new ArrayList<>();
    product.renewedTerms().stream()
        .filter(term -> !term.isOver(today))
        .forEach(term -> invoices.add(term.invoice()));
    if (product.awaitsRenewal()) {
      invoices.add(product.getRenewalInvoiceId());
    }
    return invoices;
  }

  /** All that is left of these units, of which some may be credited in fractions already. */
  private static Optional<Wish> wish(CreditableLine line, long units) {
    if (line.netLeft().isZero()) {
      return Optional.empty();
    }
    long kept = line.unitsLeft() - units;
    BigDecimal quantity = kept > 0 ? line.quantityLeft().subtract(BigDecimal.valueOf(kept)) : null;
    return Optional.of(new Wish(line.number(), quantity, null));
  }

  /** To be called for every credited invoice; one that renews nothing is left alone. */
  void credited(Credit credit) {
    Map<Integer, Long> left = new TreeMap<>();
    for (int i = 0; i < credit.after().size(); i++) {
      left.put(credit.after().get(i).number(), credit.unitsTaken(i));
    }
    for (PurchasedProduct product : tiedTo(credit.invoice())) {
      long invoice = credit.invoice().id();
      int line = product.renewalLine(invoice);
      // What costs nothing has no line of the credit note, and is not renewed without the others.
      boolean all = credit.leavesNothing() && product.awaitsRenewal(invoice);
      long units = all ? product.getQuantity() : Math.min(left.get(line), product.getQuantity());
      if (units > 0) {
        left.merge(line, -units, Long::sum);
        giveBack(part(product, units), product.awaitsRenewal(invoice), credit);
      }
    }
  }

  private void giveBack(PurchasedProduct part, boolean open, Credit credit) {
    if (open) {
      part.renewalCredited(!credit.gaveMoneyBack());
    } else {
      part.renewalReturned(credit.invoice().id(), today(part.getVendorCode()));
    }
  }

  private PurchasedProduct part(PurchasedProduct product, long units) {
    if (units >= product.getQuantity()) {
      return product;
    }
    PurchasedProduct part = product.split(ids.next(), units);
    purchases.add(part);
    return part;
  }

  /**
   * Products whose renewal the invoice asks for, or was paid for and not given back, the ones made
   * last first. What was withdrawn stays so.
   */
  private List<PurchasedProduct> tiedTo(StoredDocument invoice) {
    return purchases.ofInvoice(invoice.customerId(), invoice.id()).stream()
        .filter(product -> product.renewalLine(invoice.id()) > 0)
        .filter(product -> product.getState() != State.WITHDRAWN)
        .sorted(Comparator.comparingLong(PurchasedProduct::getId).reversed())
        .toList();
  }

  private LocalDate today(String vendor) {
    return clock.today(policies.vendor(vendor).zone());
  }
}
