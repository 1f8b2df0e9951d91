package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.invoice.control.DocumentIssue;
import org.kontor.billing.invoice.control.IssuedDocument;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.InvoiceDraft.Heading;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.order.ProductLine;
import org.kontor.domain.order.Term;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Product;
import org.kontor.domain.time.DateRange;

/** The invoice for the next terms of a customer's products (S5.1). */
@ApplicationScoped
public class RenewalInvoices {

  private static final List<String> RULES = List.of("S5.1", "S5.33");

  @Inject private DocumentIssue documentIssue;
  @Inject private RenewalStore store;
  @Inject private ProductActivation activation;

  /**
   * One invoice for all of them, priced from the list in force on the run's day. Its source is the
   * term of the first product that it follows: a term is renewed once, and invoiced again only
   * after its invoice was credited.
   */
  InvoiceDraft draft(PolicyPack pack, Buyer buyer, List<DueProduct> group, LocalDate issueDate) {
    List<Line> lines = new ArrayList<>(group.size());
    LocalDate from = null;
    LocalDate to = null;
    for (DueProduct due : group) {
      Product product = pack.product(due.code()).orElseThrow();
      DateRange next = Term.following(due.expiresOn(), product.termMonths());
      from = from == null || next.from().isBefore(from) ? next.from() : from;
      to = to == null || next.to().isAfter(to) ? next.to() : to;
      lines.add(ProductLine.of(pack, product, due.quantity(), buyer, next, RULES));
    }
    DueProduct first = group.get(0);
    Heading heading =
        Heading.invoice(
            pack,
            Purpose.RENEWAL,
            first.renewalSource(),
            first.customerId(),
            null,
            issueDate,
            new DateRange(from, to));
    return InvoiceDraft.of(heading, buyer, lines, VatTreatment.of(pack.seller(), buyer).reason());
  }

  /**
   * Issues it; where credit on the balance pays it, or it costs nothing, the terms follow at once.
   */
  void issue(InvoiceDraft draft, List<DueProduct> group) {
    IssuedDocument invoice = documentIssue.issue(draft);
    store.awaitRenewal(group.stream().mapToLong(DueProduct::id).toArray(), invoice.id());
    if (invoice.isPaid()) {
      activation.paid(draft.customerId(), invoice.id(), draft.issueDate());
    }
  }
}
