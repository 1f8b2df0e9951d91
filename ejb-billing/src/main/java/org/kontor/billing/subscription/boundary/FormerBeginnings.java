package org.kontor.billing.subscription.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Map;
import java.util.TreeMap;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.crm.platform.boundary.CallTraces;
import org.kontor.crm.platform.boundary.CallTraces.Made;

/** Subscriptions that the very same call, known by its Idempotency-Key, began before. */
@ApplicationScoped
public class FormerBeginnings {

  @Inject private CallTraces traces;
  @Inject private Documents documents;

  /**
   * By position in the call.
   *
   * @throws org.kontor.domain.problem.Refused IDEMPOTENCY_KEY_REUSED when the call was another one
   */
  Map<Integer, Former> all() {
    Map<Integer, Former> former = new TreeMap<>();
    traces
        .before()
        .forEach(
            (item, made) ->
                former.put(
                    item,
                    new Former(
                        made.id(),
                        made.documentId() == null
                            ? null
                            : documents
                                .find(made.documentId())
                                .map(InvoiceRef::of)
                                .orElseThrow())));
    return former;
  }

  void remember(Map<Integer, Former> begun) {
    Map<Integer, Made> made = new TreeMap<>();
    begun.forEach(
        (item, one) ->
            made.put(
                item,
                new Made(one.id(), one.firstInvoice() == null ? null : one.firstInvoice().id())));
    traces.leave(made);
  }

  /**
   * @param firstInvoice null where none was issued
   */
  record Former(long id, InvoiceRef firstInvoice) {}
}
