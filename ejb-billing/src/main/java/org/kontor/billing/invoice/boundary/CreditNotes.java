package org.kontor.billing.invoice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Currency;
import java.util.List;
import java.util.Map;
import org.kontor.billing.access.control.SubscriptionLocks;
import org.kontor.billing.invoice.boundary.CreditNoteRequest.LineWish;
import org.kontor.billing.invoice.control.Correction;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.InvoiceViews;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.CallTraces;
import org.kontor.crm.platform.boundary.CallTraces.Made;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.invoice.CreditNote.Wish;
import org.kontor.domain.money.Money;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Corrects issued invoices by credit notes (BT-3 381), never more than is left of them. */
@Stateless
public class CreditNotes {

  private static final int MAX_REASON = 1000;

  @Inject private Documents documents;
  @Inject private Correction correction;
  @Inject private InvoiceViews views;
  @Inject private SubscriptionLocks subscriptions;
  @Inject private Caller caller;
  @Inject private Audit audit;
  @Inject private CallTraces traces;

  /**
   * Issues a credit note, once per Idempotency-Key. What was still unpaid is owed no more; what was
   * paid becomes credit on the customer's balance.
   *
   * @return the credit note
   */
  public InvoiceView credit(long invoiceId, CreditNoteRequest request) {
    StoredDocument invoice = documents.find(invoiceId).orElseThrow(() -> NotFound.of("invoice"));
    caller.mustSee(invoice.vendorCode(), "invoice");
    if (request.reason() != null && request.reason().length() > MAX_REASON) {
      throw invalid(
          "reason",
          "the reason has more than " + MAX_REASON + " characters",
          "Shorten it: it stands on the document.");
    }
    Made before = traces.before().get(0);
    if (before != null) {
      return views.of(documents.find(before.id()).orElseThrow());
    }
    List<Wish> wishes = wishes(request.lines(), invoice.total().currency());
    subscriptions.hold(invoice.customerId());
    InvoiceView note = views.of(correction.credit(invoice, wishes, request.reason()));
    traces.leave(new Made(note.id(), null));
    audit.record(
        "invoice.credited",
        "invoice/" + invoiceId,
        Map.of("creditNote", note.id(), "total", note.total(), "currency", note.currency()));
    return note;
  }

  private static List<Wish> wishes(List<LineWish> lines, Currency currency) {
    List<Wish> wishes = new ArrayList<>(lines.size());
    for (int i = 0; i < lines.size(); i++) {
      LineWish line = lines.get(i);
      Money amount =
          line.amount() == null ? null : money(line.amount(), currency, "lines[" + i + "].amount");
      wishes.add(new Wish(line.line(), line.quantity(), amount));
    }
    return wishes;
  }

  private static Money money(BigDecimal amount, Currency currency, String field) {
    int digits = currency.getDefaultFractionDigits();
    if (amount.stripTrailingZeros().scale() > digits || amount.precision() > 18) {
      throw invalid(
          field,
          amount.toPlainString() + " is not an amount in " + currency,
          "Send at most " + digits + " digits after the point.");
    }
    return new Money(amount, currency);
  }

  private static RuntimeException invalid(String field, String detail, String mend) {
    return Problem.of(ProblemCode.INVALID_VALUE, field, detail, mend).asException();
  }
}
