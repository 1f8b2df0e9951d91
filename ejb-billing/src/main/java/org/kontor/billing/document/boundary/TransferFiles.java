package org.kontor.billing.document.boundary;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import java.time.temporal.ChronoUnit;
import java.util.Currency;
import org.kontor.billing.document.control.Press;
import org.kontor.billing.document.control.PrintedTransfer;
import org.kontor.billing.invoice.control.Buyers;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.AccountHolders;
import org.kontor.billing.payment.boundary.Transfer;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.customer.boundary.Customers;
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
  @Inject private Press press;
  @Inject private BusinessClock clock;

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
