package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.payment.Allocation;
import org.kontor.domain.payment.Allocation.Part;

/**
 * Tells whoever must know that invoices are paid in full: activation now (S5.3), others by outbox.
 */
@ApplicationScoped
public class PaidInvoices {

  private final Instance<InvoicePaid> listeners;
  private final Outbox outbox;

  @Inject
  public PaidInvoices(@Any Instance<InvoicePaid> listeners, Outbox outbox) {
    this.listeners = listeners;
    this.outbox = outbox;
  }

  /** For the container's proxy. */
  protected PaidInvoices() {
    this(null, null);
  }

  /**
   * @param on the day from which the payment counts
   */
  public void tell(String vendor, long customerId, Allocation plan, LocalDate on) {
    for (Part part : plan.parts()) {
      if (part.settles()) {
        listeners.forEach(listener -> listener.paid(customerId, part.invoiceId(), on));
        outbox.add(
            "invoice.paid",
            Long.toString(part.invoiceId()),
            vendor,
            customerId,
            Map.of("invoiceId", part.invoiceId(), "on", on),
            on);
      }
    }
  }
}
