package org.kontor.billing.invoice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.function.Consumer;
import org.kontor.billing.invoice.control.InvoiceLists;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;

/** The documents of one customer as it reads them: the latest first (S5.9). */
@Stateless
public class CustomerInvoices {

  @Inject private InvoiceLists lists;
  @Inject private AccountHolders holders;
  @Inject private Caller caller;
  @Inject private Sql sql;

  /**
   * @param before cursor: the last one of the page before, null for the first page
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, INVALID_VALUE
   */
  public Page<InvoiceSummary> latest(
      long customerId, InvoiceFilter filter, String before, Integer limit) {
    holders.asked(customerId);
    return lists.latest(customerId, filter, before, Page.limit(limit));
  }

  /** All that the filter lets through, the latest first, in constant memory. */
  public void each(long customerId, InvoiceFilter filter, Consumer<InvoiceSummary> taker) {
    holders.asked(customerId);
    lists.each(customerId, filter, taker);
  }

  /**
   * What is open of all invoices together.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public OpenTotal open(long customerId) {
    return lists.open(customerId, caller::sees).orElseThrow(() -> NotFound.of("customer"));
  }

  /** Years in which documents were issued, the latest first. */
  public List<Integer> years(long customerId) {
    holders.asked(customerId);
    return sql.list(
        row -> row.getInt(1),
        "select distinct extract(year from issue_date)::int y from invoice where customer_id = ?"
            + " order by y desc",
        customerId);
  }
}
