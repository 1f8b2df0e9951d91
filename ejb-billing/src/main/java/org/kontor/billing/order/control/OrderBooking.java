package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.billing.invoice.control.Buyers;
import org.kontor.billing.invoice.control.DocumentIssue;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.IssuedDocument;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.customer.Check;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.InvoiceDraft.Heading;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.invoice.VatTreatment;
import org.kontor.domain.order.ProductOrder;
import org.kontor.domain.order.ProductOrder.Item;
import org.kontor.domain.order.ProductOrder.Position;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.time.DateRange;

/** Turns an order into an invoice and the products that it will switch on. */
@ApplicationScoped
public class OrderBooking {

  private static final int MAX_REFERENCE = 100;

  @Inject private Purchases purchases;
  @Inject private Buyers buyers;
  @Inject private DocumentIssue documentIssue;
  @Inject private Documents documents;
  @Inject private ProductActivation activation;
  @Inject private Ids ids;

  /**
   * @param reference the caller's order number, or null
   * @return id of the invoice; of the first one when the same was ordered under the reference
   *     before
   * @throws org.kontor.domain.problem.Refused ALREADY_EXISTS when it was something else
   */
  public long book(
      PolicyPack pack,
      OrderingCustomer customer,
      List<Item> items,
      String reference,
      LocalDate today) {
    String source = source(customer, reference);
    Optional<StoredDocument> before = documents.findBySource(pack.code(), source);
    if (before.isPresent()) {
      return sameAgain(before.get(), items);
    }
    Buyer buyer = buyers.load(customer.id()).get(customer.id()).buyer();
    List<Position> positions =
        ProductOrder.priced(pack, items, purchases.owned(customer.id()), today, buyer);
    IssuedDocument invoice =
        documentIssue.issue(draft(pack, customer, source, today, buyer, positions));
    if (invoice.fresh()) {
      positions.forEach(position -> purchase(position, customer, invoice, today));
      purchases.flush();
    }
    return invoice.id();
  }

  /** A double click; another order under a reference that is taken is a mistake. */
  private long sameAgain(StoredDocument before, List<Item> items) {
    Map<String, BigDecimal> wanted = new TreeMap<>();
    for (Item item : items) {
      wanted.merge(item.product(), BigDecimal.valueOf(item.quantity()), BigDecimal::add);
    }
    Map<String, BigDecimal> ordered = new TreeMap<>();
    for (Line line : documents.lines(before)) {
      ordered.merge(line.itemCode(), line.quantity().setScale(0), BigDecimal::add);
    }
    if (!wanted.equals(ordered)) {
      throw Problem.of(
              ProblemCode.ALREADY_EXISTS,
              "reference",
              "another order has this reference: invoice " + before.number(),
              "Send a reference of its own for each order.")
          .asException();
    }
    return before.id();
  }

  private void purchase(
      Position position, OrderingCustomer customer, IssuedDocument invoice, LocalDate today) {
    PurchasedProduct product =
        new PurchasedProduct(
            ids.next(),
            customer.id(),
            customer.vendorCode(),
            position.product().code(),
            position.quantity(),
            invoice.id(),
            today);
    purchases.add(product);
    // Free products, and those that credit on the balance has paid, need not wait.
    if (position.line().net().isZero() || invoice.isPaid()) {
      activation.activate(product, position.product().termMonths(), today);
    }
  }

  private static InvoiceDraft draft(
      PolicyPack pack,
      OrderingCustomer customer,
      String source,
      LocalDate today,
      Buyer buyer,
      List<Position> positions) {
    List<Line> lines = positions.stream().map(Position::line).toList();
    LocalDate from =
        lines.stream().map(line -> line.period().from()).min(LocalDate::compareTo).orElseThrow();
    LocalDate to =
        lines.stream().map(line -> line.period().to()).max(LocalDate::compareTo).orElseThrow();
    Heading heading =
        Heading.invoice(
            pack, Purpose.ORDER, source, customer.id(), null, today, new DateRange(from, to));
    return InvoiceDraft.of(heading, buyer, lines, VatTreatment.of(pack.seller(), buyer).reason());
  }

  private String source(OrderingCustomer customer, String reference) {
    if (reference == null || reference.isBlank()) {
      return "order:" + ids.next();
    }
    if (reference.length() > MAX_REFERENCE || !Check.isPlain(reference.strip())) {
      throw Problem.of(
              ProblemCode.INVALID_VALUE,
              "reference",
              "the reference has more than "
                  + MAX_REFERENCE
                  + " characters or has ones that are not seen",
              "Send your order number only, or leave it out.")
          .asException();
    }
    return "order:" + customer.id() + ":" + reference.strip();
  }
}
