package org.kontor.billing.invoice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.InvoiceLists;
import org.kontor.billing.invoice.control.InvoiceViews;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.invoice.Line;

/** Reading documents. What belongs to a vendor that the caller does not see does not exist. */
@Stateless
public class Invoices {

  @Inject private Documents documents;
  @Inject private InvoiceViews views;
  @Inject private InvoiceLists lists;
  @Inject private Caller caller;

  /** The whole document, with what was paid of it (S5.9, S5.18). */
  public InvoiceView get(long id) {
    return views.of(visible(id));
  }

  /**
   * Documents in the order of their ids.
   *
   * @param customerId null for all
   * @param vendor null for all that the caller sees
   * @param state {@code open}, {@code overdue}, {@code paid} or {@code credited}; null for all
   *     documents
   */
  public Page<InvoiceSummary> list(
      Long customerId, String vendor, String state, String after, Integer limit) {
    return lists.page(customerId, caller.vendorFilter(vendor), state, after, limit);
  }

  /** Why a line costs what it costs, computed again from what is stored with it. */
  public LineExplanation explanation(long id, int number) {
    StoredDocument document = visible(id);
    List<Line> lines = documents.lines(document);
    if (number < 1 || number > lines.size()) {
      throw NotFound.of("line");
    }
    Line line = lines.get(number - 1);
    Explanation why = line.why();
    BigDecimal recomputed = why.recompute();
    StringBuilder arithmetic = new StringBuilder();
    why.arithmetic().write(arithmetic);
    return new LineExplanation(
        document.number(),
        number,
        why.rules(),
        why.policy(),
        why.facts(),
        arithmetic.toString(),
        line.net().amount(),
        line.net().currency().getCurrencyCode(),
        recomputed,
        recomputed.compareTo(line.net().amount()) == 0);
  }

  private StoredDocument visible(long id) {
    StoredDocument document = documents.find(id).orElseThrow(() -> NotFound.of("invoice"));
    caller.mustSee(document.vendorCode(), "invoice");
    return document;
  }
}
