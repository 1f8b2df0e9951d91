package org.kontor.billing.subscription.boundary;

import java.util.List;

/** What became of each subscription of a bulk call, in the order sent. */
public record BegunSubscriptions(int created, int refused, List<Item> results) {

  public BegunSubscriptions {
    results = List.copyOf(results);
  }

  /**
   * @param outcome CREATED or REFUSED
   * @param id null when refused
   * @param firstInvoice of the first month, where one was issued
   * @param code of the problem, when refused; with field, detail and mend as a single call has them
   */
  public record Item(
      int index,
      String outcome,
      Long id,
      InvoiceRef firstInvoice,
      String code,
      String field,
      String detail,
      String mend) {}
}
