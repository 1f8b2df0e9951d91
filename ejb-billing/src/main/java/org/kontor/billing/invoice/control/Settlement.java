package org.kontor.billing.invoice.control;

import java.time.Instant;
import java.time.LocalDate;
import org.kontor.domain.invoice.InvoiceDraft;

/**
 * What payments do when documents are issued; implemented by them, so that documents need not know
 * payments. All inside the issuing transaction.
 */
public interface Settlement {

  /** An invoice was issued and booked: credit on the customer's balance may pay it. */
  void issued(InvoiceDraft invoice, Instant recordedAt);

  /** A credit note was booked: what had been paid is credit that may pay other invoices. */
  void credited(StoredDocument invoice, LocalDate on, Instant recordedAt);

  /** A credit note took back all that was still open; the rest of the invoice had been paid. */
  void closed(StoredDocument invoice, LocalDate on);
}
