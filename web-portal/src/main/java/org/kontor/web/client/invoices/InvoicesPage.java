package org.kontor.web.client.invoices;

import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import jakarta.inject.Named;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kontor.billing.invoice.boundary.CustomerInvoices;
import org.kontor.billing.invoice.boundary.InvoiceFilter;
import org.kontor.billing.invoice.boundary.InvoiceSummary;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.web.client.TextBean;
import org.kontor.web.client.Visit;

/** A page of documents, the latest first; the address holds the filter and the place. */
@Named
@RequestScoped
public class InvoicesPage {

  private static final int ROWS = 25;
  private static final Set<String> STATES = Set.of("open", "overdue", "paid");
  private static final String YEAR = "[12]\\d{3}";

  @Inject private Visit visit;
  @Inject private TextBean t;
  @Inject private CustomerInvoices invoices;

  private String state;
  private String year;
  private String number;
  private String after;
  private Page<InvoiceSummary> page;
  private List<Integer> years;

  public List<InvoiceSummary> getRows() {
    return page().items();
  }

  /** Null on the last page. */
  public String getNext() {
    return page().next();
  }

  /** Years with documents, the latest first. */
  public List<Integer> getYears() {
    if (years == null) {
      years = invoices.years(visit.customerId());
    }
    return years;
  }

  public InvoiceFilter getFilter() {
    return new InvoiceFilter(
        getYear() == null ? null : Integer.valueOf(getYear()), getNumber(), getState());
  }

  /** What of the address is no filter, and what is shown then; empty when all was understood. */
  public List<String> getFaults() {
    List<String> faults = new ArrayList<>();
    if (isWrong(year, getYear())) {
      faults.add(t.of("money.filter.wrong.year"));
    }
    if (isWrong(state, getState())) {
      faults.add(t.of("money.filter.wrong.state"));
    }
    return faults;
  }

  private static boolean isWrong(String asked, String understood) {
    return asked != null && !asked.isBlank() && understood == null;
  }

  public boolean isFiltered() {
    return !getFilter().equals(InvoiceFilter.ALL);
  }

  /** The filter as it stands in an address, with another state; {@code ''} for all states. */
  public String query(String wantedState) {
    StringBuilder query = new StringBuilder();
    add(query, "state", wantedState);
    add(query, "year", getYear());
    add(query, "number", getNumber());
    return query.toString();
  }

  private static void add(StringBuilder query, String name, String value) {
    if (value != null && !value.isEmpty()) {
      query
          .append(query.isEmpty() ? '?' : '&')
          .append(name)
          .append('=')
          .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }
  }

  /** To which the place in the list, or what a file shall be, is added. */
  public String more(String name, String value) {
    StringBuilder query = new StringBuilder(query(getState()));
    add(query, name, value);
    return query.toString();
  }

  private Page<InvoiceSummary> page() {
    if (page == null) {
      page = invoices.latest(visit.customerId(), getFilter(), after, ROWS);
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

  /** Four digits, or null for all. */
  public String getYear() {
    return year != null && year.matches(YEAR) ? year : null;
  }

  public void setYear(String year) {
    this.year = year;
  }

  public String getNumber() {
    return number == null || number.isBlank() ? null : number.strip();
  }

  public void setNumber(String number) {
    this.number = number;
  }

  public String getAfter() {
    return after;
  }

  public void setAfter(String after) {
    this.after = after;
  }
}
