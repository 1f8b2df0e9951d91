package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.money.Money;

/** What issuing does to what is open: an invoice opens an amount, a credit note closes one. */
@ApplicationScoped
public class OpenAmounts {

  private final Sql sql;
  private final Ids ids;

  @Inject
  public OpenAmounts(Sql sql, Ids ids) {
    this.sql = sql;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected OpenAmounts() {
    this(null, null);
  }

  /** A document over nothing is paid when it is issued. */
  void open(long invoiceId, InvoiceDraft draft) {
    if (draft.total().isPositive()) {
      sql.update(
          "insert into open_item (customer_id, invoice_id, vendor_code, due_date, currency,"
              + " open_minor, subscription_id) values (?, ?, ?, ?, ?, ?, ?)",
          draft.customerId(),
          invoiceId,
          draft.vendorCode(),
          draft.dueDate(),
          draft.total().currency().getCurrencyCode(),
          draft.total().minor(),
          draft.subscriptionId());
    }
  }

  /**
   * Sets a credit note off against what is open of its invoice.
   *
   * @return the part that was still open; the rest had been paid
   */
  Money takeBack(InvoiceDraft note, Instant now) {
    Money open =
        sql.one(
                row -> Money.ofMinor(row.getLong(1), note.total().currency()),
                "select open_minor from open_item where customer_id = ? and invoice_id = ? for"
                    + " update",
                note.customerId(),
                note.precedingId())
            .orElse(Money.zero(note.total().currency()));
    Money part = open.min(note.total());
    if (part.isPositive()) {
      sql.update(
          "insert into payment_allocation (id, customer_id, payment_id, invoice_id, amount_minor,"
              + " business_date, kind, recorded_at) values (?, ?, null, ?, ?, ?, 'CREDIT_NOTE', ?)",
          ids.next(),
          note.customerId(),
          note.precedingId(),
          part.minor(),
          note.issueDate(),
          now);
      shrink(note, part, part.equals(open));
    }
    return part;
  }

  private void shrink(InvoiceDraft note, Money part, boolean all) {
    if (all) {
      sql.update(
          "delete from open_item where customer_id = ? and invoice_id = ?",
          note.customerId(),
          note.precedingId());
    } else {
      sql.update(
          "update open_item set open_minor = open_minor - ? where customer_id = ? and invoice_id ="
              + " ?",
          part.minor(),
          note.customerId(),
          note.precedingId());
    }
  }
}
