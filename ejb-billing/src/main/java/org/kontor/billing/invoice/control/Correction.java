package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.CreditNote;
import org.kontor.domain.invoice.CreditNote.Original;
import org.kontor.domain.invoice.CreditNote.Wish;
import org.kontor.domain.invoice.CreditableLine;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.Purpose;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.BusinessClock;

/** Issues credit notes for one invoice at a time: what is left of it is read under a lock. */
@ApplicationScoped
public class Correction {

  @Inject private Sql sql;
  @Inject private Documents documents;
  @Inject private DocumentIssue documentIssue;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject @Any private Instance<InvoiceCredited> credited;
  @Inject private Settlement settlement;

  /**
   * Takes back what is wished, or all that is left. Asked a second time for all that is left with
   * the same reason, it answers with the first credit note: that is a double click.
   */
  public StoredDocument credit(StoredDocument invoice, List<Wish> wishes, String reason) {
    StoredDocument note = creditAlso(invoice, wishes, reason);
    settlement.credited(invoice, note.issueDate(), clock.now());
    return note;
  }

  /** What is left of an invoice's lines. */
  public List<CreditableLine> left(StoredDocument invoice) {
    return original(invoice).lines();
  }

  /**
   * Inside another correction of the same customer, before its credit pays anything: the same
   * without using that credit.
   */
  public StoredDocument creditAlso(StoredDocument invoice, List<Wish> wishes, String reason) {
    // One correction of a customer at a time: one invoice may take others back with it.
    sql.one(row -> true, "select pg_advisory_xact_lock(?)", invoice.customerId());
    Original original = original(invoice);
    if (wishes.isEmpty() && original.hasNothingLeft() && reason != null) {
      List<StoredDocument> notes = documents.creditNotes(invoice);
      StoredDocument last = notes.isEmpty() ? null : notes.get(notes.size() - 1);
      if (last != null && last.reason().equals(reason.strip())) {
        return last;
      }
    }
    PolicyPack old = policies.version(invoice.vendorCode(), invoice.policyVersion());
    PolicyPack pack = policies.inForce(invoice.vendorCode(), clock.today(old.zone()));
    InvoiceDraft draft = CreditNote.draft(pack, original, wishes, clock.today(pack.zone()), reason);
    Money wasOpen = documents.find(invoice.id()).orElseThrow().open();
    IssuedDocument note = documentIssue.issue(draft);
    Original left = original.less(draft.lines(), original.creditNotes() + 1);
    boolean gaveMoneyBack = draft.total().compareTo(wasOpen) > 0;
    InvoiceCredited.Credit credit =
        new InvoiceCredited.Credit(invoice, original.lines(), left.lines(), gaveMoneyBack, reason);
    credited.forEach(hook -> hook.credited(credit));
    boolean settled = documents.find(invoice.id()).orElseThrow().open().isZero();
    if (wasOpen.isPositive() && settled && !left.hasNothingLeft()) {
      settlement.closed(invoice, draft.issueDate());
    }
    return documents.find(note.id()).orElseThrow();
  }

  private Original original(StoredDocument invoice) {
    List<CreditableLine> lines = new ArrayList<>();
    for (Line line : documents.lines(invoice)) {
      lines.add(new CreditableLine(lines.size() + 1, line));
    }
    return new Original(
            invoice.id(),
            invoice.number(),
            invoice.kind(),
            Purpose.valueOf(invoice.purpose()),
            invoice.customerId(),
            invoice.subscriptionId(),
            invoice.period(),
            FrozenJson.buyer(invoice.buyerJson()),
            FrozenJson.vat(invoice.vatJson(), invoice.total().currency()),
            lines,
            0)
        .less(documents.creditLines(invoice), documents.creditNotes(invoice).size());
  }
}
