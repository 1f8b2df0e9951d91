package org.kontor.web.client.invoices;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.util.List;
import java.util.Set;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.billing.invoice.boundary.Invoices;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.Visit;

/** A page of documents; the address holds the filter and the place. */
@Named
@RequestScoped
public class InvoicesPage {

  private static final int ROWS = 25;
  private static final Set<String> STATES = Set.of("open", "overdue", "paid");

  @Inject private Visit visit;
  @Inject private Invoices invoices;

  private String state;
  private String after;
  private Page<InvoiceSummary> page;

  public List<InvoiceSummary> getRows() {
    return page().items();
  }

  /** Null on the last page. */
  public String getNext() {
    return page().next();
  }

  private Page<InvoiceSummary> page() {
    if (page == null) {
      page = invoices.list(visit.customerId(), null, getState(), after, ROWS);
    }
    return page;
  }

  /** {@code open}, {@code overdue}, {@code paid}, or null for all. */
  public String getState() {
    return state != null && STATES.contains(state) ? state : null;
  }

  public void setState(String state) {
    this.state = state;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
