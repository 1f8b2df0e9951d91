package org.kontor.billing.order.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.kontor.billing.invoice.boundary.InvoiceView;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.InvoiceViews;
import org.kontor.billing.order.boundary.OrderRequest.OrderLine;
import org.kontor.billing.order.control.OrderBooking;
import org.kontor.billing.order.control.OrderingCustomer;
import org.kontor.billing.order.control.Purchases;
import org.kontor.billing.order.entity.PurchasedProduct;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.CallTraces;
import org.kontor.crm.platform.boundary.CallTraces.Made;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.order.ProductOrder.Item;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.BusinessClock;

/** Ordering products, and what a customer has bought. */
@Stateless
public class Orders {

  @Inject private Purchases purchases;
  @Inject private OrderBooking booking;
  @Inject private Documents documents;
  @Inject private InvoiceViews views;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Audit audit;
  @Inject private CallTraces traces;

  /**
   * Orders products and issues their invoice at once, once per reference and once per
   * Idempotency-Key. Products without a price are active at once, the others when the invoice is
   * paid (S5.3).
   *
   * @return the invoice
   * @throws Refused UNKNOWN_CUSTOMER, UNKNOWN_PRODUCT, INVALID_VALUE, WRONG_STATE, WRONG_CURRENCY
   */
  public InvoiceView order(OrderRequest request) {
    OrderingCustomer customer = customer(request.customerId());
    Made before = traces.before().get(0);
    if (before != null) {
      return views.of(documents.find(before.id()).orElseThrow());
    }
    LocalDate today = clock.today(customer.zone());
    PolicyPack pack = policies.inForce(customer.vendorCode(), today);
    if (!customer.active()) {
      throw refuse(
          ProblemCode.WRONG_STATE,
          "customerId",
          "the customer is closed",
          "Open a new customer to order again.");
    }
    if (!customer.currency().equals(pack.seller().currency().getCurrencyCode())) {
      throw refuse(
          ProblemCode.WRONG_CURRENCY,
          "customerId",
          "the customer's accounts are in " + customer.currency(),
          "The price list is in " + pack.seller().currency() + "; use a customer in it.");
    }
    long invoice = booking.book(pack, customer, items(request), request.reference(), today);
    InvoiceView view = views.of(documents.find(invoice).orElseThrow());
    traces.leave(new Made(invoice, null));
    audit.record(
        "order.placed",
        "customer/" + customer.id(),
        Map.of("invoice", invoice, "total", view.total(), "currency", view.currency()));
    return view;
  }

  /** What a customer bought, the oldest first (S5.8). */
  public List<ProductView> products(long customerId) {
    OrderingCustomer customer =
        purchases.customer(customerId).orElseThrow(() -> NotFound.of("customer"));
    caller.mustSee(customer.vendorCode(), "customer");
    PolicyPack pack = policies.inForce(customer.vendorCode(), clock.today(customer.zone()));
    return purchases.of(customerId).stream().map(product -> view(product, pack)).toList();
  }

  private OrderingCustomer customer(Long id) {
    if (id == null) {
      throw refuse(
          ProblemCode.MISSING_VALUE, "customerId", "an order needs a customer", "Send customerId.");
    }
    return purchases
        .customer(id)
        .filter(found -> caller.sees(found.vendorCode()))
        .orElseThrow(
            () ->
                refuse(
                    ProblemCode.UNKNOWN_CUSTOMER,
                    "customerId",
                    "there is no customer " + id,
                    "Send the id that the creation of the customer answered."));
  }

  private static List<Item> items(OrderRequest request) {
    List<OrderLine> lines = request.lines() == null ? List.of() : request.lines();
    List<Item> items = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      OrderLine line = lines.get(i);
      if (line == null || line.product() == null || line.quantity() == null) {
        throw refuse(
            ProblemCode.MISSING_VALUE,
            "lines[" + i + "]",
            "a line needs a product and a quantity",
            "Send both.");
      }
      items.add(new Item(line.product(), line.quantity()));
    }
    return items;
  }

  private static ProductView view(PurchasedProduct product, PolicyPack pack) {
    String language = pack.seller().languages().get(0);
    return new ProductView(
        product.getId(),
        product.getProductCode(),
        pack.product(product.getProductCode())
            .map(sold -> sold.name().in(language))
            .orElse(product.getProductCode()),
        pack.product(product.getProductCode()).map(sold -> sold.kind().name()).orElse(null),
        product.getQuantity(),
        product.getState().name(),
        product.getInvoiceId(),
        product.getOrderedOn(),
        product.getActiveFrom(),
        product.getExpiresOn(),
        product.getRenewalInvoiceId());
  }

  private static Refused refuse(ProblemCode code, String field, String detail, String mend) {
    return Problem.of(code, field, detail, mend).asException();
  }
}
