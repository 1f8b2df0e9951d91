package org.kontor.billing.document.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import java.util.Set;
import org.kontor.billing.document.control.Press;
import org.kontor.billing.document.control.PrintedTransfer;
import org.kontor.billing.invoice.control.Buyers;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.payment.boundary.Transfer;
import org.kontor.billing.payment.boundary.Transfers;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.customer.boundary.Customers;
import org.kontor.domain.customer.Check;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.time.BusinessClock;

/** The instructions of a transfer as a file for whoever pays at the bank (PAGES C07). */
@Stateless
public class TransferFiles {

  @Inject private AccountHolders holders;
  @Inject private Customers customers;
  @Inject private Buyers buyers;
  @Inject private PolicyBook policies;
  @Inject private Transfers transfers;
  @Inject private Press press;
  @Inject private BusinessClock clock;

  /**
   * For what a program chose: open documents, else an amount to top up.
   *
   * @param invoices empty for an amount
   * @param amount in the customer's currency; null where documents are named
   * @throws org.kontor.domain.problem.Refused as {@link Transfers}; MISSING_VALUE where nothing was
   *     chosen; INVALID_VALUE where the seller takes no transfers
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentFile pdf(long customerId, Set<Long> invoices, BigDecimal amount) {
    String language = customers.view(customerId).language();
    if (invoices.isEmpty() && amount == null) {
      throw Check.missing("amount");
    }
    Transfer transfer =
        invoices.isEmpty()
            ? transfers.ofTopUp(customerId, amount, language)
            : transfers.ofInvoices(customerId, invoices, language);
    if (!transfer.isByBank()) {
      throw Check.invalid(
          "customer",
          "Its seller takes no bank transfers",
          "The seller takes " + String.join(", ", transfer.methods()) + ".");
    }
    return pdf(customerId, transfer);
  }

  /**
   * PDF/A-2a in the language of the customer's documents; made anew at each call. Nobody holds a
   * connection while he waits for the press.
   *
   * @param transfer of this customer, see {@link Transfer#isByBank}
   * @throws org.kontor.domain.problem.Refused NOT_FOUND; UNAVAILABLE when the press is busy
   */
  @TransactionAttribute(TransactionAttributeType.NOT_SUPPORTED)
  public DocumentFile pdf(long customerId, Transfer transfer) {
    AccountHolder holder = holders.asked(customerId);
    Seller seller = policies.inForce(holder.vendorCode(), clock.today(holder.zone())).seller();
    Currency currency = Currency.getInstance(transfer.currency());
    String given = customers.view(customerId).reference();
    PrintedTransfer printed =
        new PrintedTransfer(
            seller,
            buyers.load(customerId).get(customerId).buyer(),
            transfer.account(),
            new Money(transfer.amount(), currency),
            transfer.reference(),
            given.isBlank() ? Long.toString(customerId) : given,
            transfer.documents().stream()
                .map(
                    paid ->
                        new PrintedTransfer.Item(
                            paid.number(), paid.dueDate(), new Money(paid.open(), currency)))
                .toList(),
            transfer.code(),
            clock.now().truncatedTo(ChronoUnit.SECONDS),
            holder.zone());
    return DocumentFile.of(printed.name(), press.print(printed));
  }
}
