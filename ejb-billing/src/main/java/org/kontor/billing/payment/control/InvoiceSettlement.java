package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.invoice.control.Settlement;
import org.kontor.billing.invoice.control.StoredDocument;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.Allocation;
import org.kontor.domain.payment.Allocation.Part;

/**
 * Pays invoices from credit as they are issued or as credit arises, and tells when one is settled
 * by correction.
 */
@ApplicationScoped
public class InvoiceSettlement implements Settlement {

  @Inject private CreditOnBalance credit;
  @Inject private PaidInvoices paidInvoices;
  @Inject private AccountHolders holders;

  @Override
  public void issued(InvoiceDraft invoice, Instant recordedAt) {
    credit.apply(invoice.vendorCode(), invoice.customerId(), invoice.issueDate(), recordedAt);
  }

  @Override
  public void credited(StoredDocument invoice, LocalDate on, Instant recordedAt) {
    // What a closed customer has is to be given back and pays for nothing.
    if (holders.find(invoice.customerId()).filter(holder -> !holder.closed()).isPresent()) {
      credit.apply(invoice.vendorCode(), invoice.customerId(), on, recordedAt);
    }
  }

  @Override
  public void closed(StoredDocument invoice, LocalDate on) {
    Money nothing = Money.zero(invoice.total().currency());
    Part settled = new Part(invoice.id(), nothing, true);
    paidInvoices.tell(
        invoice.vendorCode(), invoice.customerId(), new Allocation(List.of(settled), nothing), on);
  }
}
