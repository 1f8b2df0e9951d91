package org.kontor.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.kontor.billing.invoice.control.IssuedDocument;
import org.kontor.billing.invoice.control.StoredDocument;

/** An invoice that an act on a subscription has issued. */
public record InvoiceRef(
    long id, String number, BigDecimal total, String currency, LocalDate dueDate) {

  static InvoiceRef of(StoredDocument document) {
    return new InvoiceRef(
        document.id(),
        document.number(),
        document.total().amount(),
        document.total().currency().getCurrencyCode(),
        document.dueDate());
  }

  static InvoiceRef of(IssuedDocument document) {
    return new InvoiceRef(
        document.id(),
        document.number(),
        document.total().amount(),
        document.total().currency().getCurrencyCode(),
        document.dueDate());
  }
}
