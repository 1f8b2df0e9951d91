package org.kontor.billing.message.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.billing.invoice.control.Documents;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.domain.message.AttachmentRef;
import org.kontor.domain.message.Happened;
import org.kontor.domain.message.MessageAudience;
import org.kontor.domain.message.MessageDraft;
import org.kontor.domain.message.MessageSource;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.NoExportWarning;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller.Bank;

/**
 * Documents go out by themselves when they are issued, with their PDF (S5.2) and how to pay
 * (S5.18); where export ends with the stop, they say so (S1.38).
 */
@ApplicationScoped
public class DocumentMessages implements MessageSource {

  static final String ISSUED = "invoice.issued";
  static final String CREDITED = "creditnote.issued";

  private final Documents documents;
  private final PolicyBook book;

  @Inject
  public DocumentMessages(Documents documents, PolicyBook book) {
    this.documents = documents;
    this.book = book;
  }

  /** For the container's proxy. */
  protected DocumentMessages() {
    this(null, null);
  }

  @Override
  public Set<String> topics() {
    return Set.of(ISSUED, CREDITED);
  }

  @Override
  public List<MessageDraft> drafts(Happened what) {
    Optional<StoredDocument> found = documents.find(what.number("invoiceId"));
    return found.map(document -> List.of(draft(what, document))).orElse(List.of());
  }

  /** A document is sent whatever became of it since: it is one. */
  @Override
  public boolean stillWanted(Happened what) {
    return true;
  }

  private MessageDraft draft(Happened what, StoredDocument document) {
    PolicyPack pack = book.version(document.vendorCode(), document.policyVersion());
    Map<String, Object> values = new HashMap<>();
    values.put("number", document.number());
    values.put("total", document.total());
    String template = what.topic();
    if (template.equals(CREDITED)) {
      values.put("invoice", String.valueOf(document.precedingNumber()));
    } else if (document.open().isZero()) {
      template = ISSUED + ".paid";
    } else {
      values.put("due", document.dueDate());
      values.put("remittance", document.remittance());
      values.putAll(payment(pack));
    }
    return MessageDraft.mail(
        template,
        MessageAudience.DOCUMENTS,
        values,
        new AttachmentRef(AttachmentRef.INVOICE, document.id()));
  }

  private static Map<String, Object> payment(PolicyPack pack) {
    Bank bank = pack.seller().bank();
    NoExportWarning warning = pack.access().noExportWarning();
    return Map.of(
        "account", bank.account(),
        "bank", bank.name(),
        "holder", bank.holder(),
        "export", warning != null && warning.onInvoice() ? export(pack.access()) : "yes");
  }

  /** {@code yes} or {@code no}: whether data can be taken out while access is stopped. */
  static String export(AccessPolicy access) {
    return access.exportWhileSuspended() ? "yes" : "no";
  }
}
