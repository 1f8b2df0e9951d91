package org.kontor.billing.invoice.control;

import java.sql.Connection;
import java.sql.SQLException;
import org.kontor.billing.bulk.control.CopyRows;
import org.kontor.domain.invoice.DocumentHash;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatBreakdown;

/** Drafts of one chunk on their way into run_draft and invoice_line. */
public final class DraftRows {

  private final long runId;
  private final DocumentHash hash = new DocumentHash();
  private final CopyRows drafts =
      new CopyRows(
          "run_draft",
          "run_id, customer_id, subscription_id, document_id, source_key, issue_date, due_date,"
              + " period_from, period_to, currency, net_minor, vat_minor, total_minor, line_count,"
              + " vat_breakdown, buyer, digest");
  private final CopyRows lines =
      new CopyRows(
          "invoice_line",
          "customer_id, invoice_id, issue_date, line_no, item_code, name, quantity, unit,"
              + " unit_price, net_minor, vat_category, vat_rate, period_from, period_to,"
              + " explanation");
  private int documentCount;
  private int lineCount;
  private long totalMinor;

  public DraftRows(long runId) {
    this.runId = runId;
  }

  int documents() {
    return documentCount;
  }

  int lines() {
    return lineCount;
  }

  long totalMinor() {
    return totalMinor;
  }

  void add(long documentId, InvoiceDraft draft) {
    add(documentId, draft.subscriptionId(), draft);
  }

  /**
   * @param accountId under which the work list names what is billed, where it is no subscription
   */
  public void add(long documentId, long accountId, InvoiceDraft draft) {
    drafts
        .add(runId)
        .add(draft.customerId())
        .add(accountId)
        .add(documentId)
        .add(draft.sourceKey())
        .add(draft.issueDate())
        .add(draft.dueDate())
        .add(draft.period().from())
        .add(draft.period().to())
        .add(draft.total().currency())
        .add(draft.net().minor())
        .add(draft.vatTotal().minor())
        .add(draft.total().minor())
        .add(draft.lines().size())
        .add(VatBreakdown.json(draft.vat()))
        .add(draft.buyer().json())
        .add(hash.digest(draft))
        .endRow();
    int no = 1;
    for (Line line : draft.lines()) {
      add(documentId, draft, line, no++);
    }
    documentCount++;
    lineCount += draft.lines().size();
    totalMinor = Math.addExact(totalMinor, draft.total().minor());
  }

  private void add(long documentId, InvoiceDraft draft, Line line, int no) {
    lines
        .add(draft.customerId())
        .add(documentId)
        .add(draft.issueDate())
        .add(no)
        .add(line.itemCode())
        .add(line.name())
        .add(line.quantity())
        .add(line.unit())
        .add(line.unitPrice())
        .add(line.net().minor())
        .add(line.vatCategory())
        .add(line.vatRate())
        .add(line.period().from())
        .add(line.period().to())
        .add(line.why().compact())
        .endRow();
  }

  public void flush(Connection connection) throws SQLException {
    drafts.flush(connection);
    lines.flush(connection);
  }
}
