package org.kontor.web.client.invoice;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import org.kontor.billing.invoice.boundary.InvoiceView;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.billing.invoice.boundary.LineExplanation;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.web.client.Visit;

/** One document of the customer. */
@Named
@RequestScoped
public class InvoicePage {

  @Inject private Visit visit;
  @Inject private Invoices invoices;

  private Long id;
  private InvoiceView view;

  public InvoiceView getView() {
    if (view == null) {
      if (id == null) {
        throw NotFound.of("invoice");
      }
      InvoiceView found = invoices.get(id);
      visit.own(found.customerId(), "invoice");
      view = found;
    }
    return view;
  }

  /** Why a line costs what it costs. */
  public LineExplanation why(int line) {
    return invoices.explanation(getView().id(), line);
  }

  public Long getId() {
    return id;
  }

  public void setId(Long id) {
    this.id = id;
  }
}
