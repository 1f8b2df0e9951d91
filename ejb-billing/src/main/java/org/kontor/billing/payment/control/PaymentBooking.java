package org.kontor.billing.payment.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.invoice.control.DocumentIssue;
import org.kontor.billing.ledger.control.AccountHolder;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.explain.Expr;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.ledger.Entry;
import org.kontor.domain.ledger.Postings;
import org.kontor.domain.ledger.Receipt;
import org.kontor.domain.ledger.SellerAccounts;
import org.kontor.domain.ledger.Transfer;
import org.kontor.domain.money.Money;
import org.kontor.domain.payment.AdvanceInvoice;
import org.kontor.domain.payment.Allocation;
import org.kontor.domain.payment.Allocation.OpenItem;
import org.kontor.domain.payment.Allocation.Part;
import org.kontor.domain.payment.Bonus;
import org.kontor.domain.payment.ExchangeRate.Converted;
import org.kontor.domain.payment.PaymentKind;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.WalletPolicy.VatMode;
import org.kontor.domain.problem.ProblemCode;

/**
 * Books an accepted payment: row, allocations, postings, events, all in the caller's transaction.
 */
@ApplicationScoped
public class PaymentBooking {

  private final PaymentStore store;
  private final PaymentChecks checks;
  private final OpenItems openItems;
  private final ExchangeRates rates;
  private final Ledger ledger;
  private final DocumentIssue documents;
  private final PaidInvoices paidInvoices;
  private final Outbox outbox;
  private final Ids ids;

  @Inject
  public PaymentBooking(
      PaymentStore store,
      PaymentChecks checks,
      OpenItems openItems,
      ExchangeRates rates,
      Ledger ledger,
      DocumentIssue documents,
      PaidInvoices paidInvoices,
      Outbox outbox,
      Ids ids) {
    this.store = store;
    this.checks = checks;
    this.openItems = openItems;
    this.rates = rates;
    this.ledger = ledger;
    this.documents = documents;
    this.paidInvoices = paidInvoices;
    this.outbox = outbox;
    this.ids = ids;
  }

  /** For the container's proxy. */
  protected PaymentBooking() {
    this(null, null, null, null, null, null, null, null, null);
  }

  /**
   * Empty when the same key was booked meanwhile by somebody else.
   *
   * @param today the vendor's; the business date of all that is booked
   * @param recordedBy who, for the record
   */
  public Optional<PaymentRow> book(
      PaymentInput input,
      AccountHolder customer,
      PolicyPack pack,
      LocalDate today,
      Instant now,
      String recordedBy) {
    if (!advanceInvoiced(customer, pack)) {
      // Issuing locks the series before the customer; whoever issues must not lock him earlier.
      ledger.lock(customer.id());
    }
    LocalDate valueDate = input.valueDate() == null ? today : input.valueDate();
    Converted worth = worth(input.paid(), customer, pack, valueDate);
    checks.minimum(input.kind(), worth.amount(), pack);
    Money zero = Money.zero(worth.amount().currency());
    List<Explanation> why = new ArrayList<>(List.of(worth.why()));
    Money earned = zero;
    if (input.kind() == PaymentKind.TOP_UP) {
      Bonus bonus = Bonus.of(pack, worth.amount());
      if (bonus.amount().isPositive()) {
        earned = bonus.amount();
        why.add(bonus.why());
      }
    }
    PaymentRow row =
        new PaymentRow(
            ids.next(),
            customer.id(),
            customer.vendorCode(),
            input.kind(),
            input.method(),
            input.externalKey(),
            input.hash(),
            valueDate,
            today,
            input.paid(),
            worth.amount(),
            earned,
            String.join("\n", why.stream().map(Explanation::compact).toList()),
            recordedBy,
            now);
    if (!store.insert(row)) {
      return Optional.empty();
    }
    post(row, input, customer, pack);
    return Optional.of(row);
  }

  private void post(PaymentRow row, PaymentInput input, AccountHolder customer, PolicyPack pack) {
    Entry entry = new Entry(row.customerId(), row.businessDate(), row.id());
    Receipt receipt = receipt(row);
    InvoiceDraft advance = advanceInvoiced(customer, pack) ? advance(row, pack) : null;
    List<Transfer> transfers;
    if (advance != null) {
      Money total = advance.total();
      long invoiceId = documents.issue(advance).id();
      Allocation plan =
          new Allocation(List.of(new Part(invoiceId, total, true)), row.amount().minus(total));
      openItems.allocate(row.customerId(), row.id(), plan, row.businessDate(), row.recordedAt());
      transfers =
          Postings.advanceTopUp(
              entry, receipt, advance.net(), advance.vatTotal(), plan.rest(), row.bonus());
    } else {
      Allocation plan = plan(row, input, customer);
      openItems.allocate(row.customerId(), row.id(), plan, row.businessDate(), row.recordedAt());
      paidInvoices.tell(row.vendorCode(), row.customerId(), plan, row.valueDate());
      List<Money> parts = plan.parts().stream().map(Part::amount).toList();
      transfers = Postings.received(entry, receipt, parts, plan.rest(), row.bonus());
    }
    outbox.add(
        "payment.recorded",
        Long.toString(row.id()),
        row.vendorCode(),
        row.customerId(),
        Map.of(
            "paymentId", row.id(),
            "kind", row.kind(),
            "method", row.method(),
            "valueDate", row.valueDate(),
            "amount", row.amount().amount().toPlainString(),
            "currency", row.amount().currency().getCurrencyCode(),
            "bonus", row.bonus().amount().toPlainString()),
        row.businessDate());
    ledger.post(row.vendorCode(), transfers, row.recordedAt());
  }

  private Allocation plan(PaymentRow row, PaymentInput input, AccountHolder customer) {
    if (row.kind() == PaymentKind.TOP_UP || customer.closed()) {
      return Allocation.none(row.amount());
    }
    List<OpenItem> open = openItems.lock(row.customerId());
    if (input.invoices().isEmpty()) {
      return Allocation.oldestDueFirst(row.amount(), open);
    }
    List<OpenItem> named = new ArrayList<>();
    for (Long id : input.invoices()) {
      open.stream().filter(item -> item.invoiceId() == id).forEach(named::add);
    }
    return Allocation.inOrder(row.amount(), named);
  }

  private InvoiceDraft advance(PaymentRow row, PolicyPack pack) {
    return AdvanceInvoice.draft(
        pack,
        store.buyer(row.customerId()),
        row.customerId(),
        row.id(),
        row.businessDate(),
        row.amount());
  }

  /**
   * All money of such a vendor's customers goes on the balance, since nothing else is invoiced
   * (WalletVatCheck), and its VAT is due at once, whatever the payment is called. What a closed
   * customer sends is to be given back and pays for nothing.
   */
  private static boolean advanceInvoiced(AccountHolder customer, PolicyPack pack) {
    return pack.wallet().vatMode() == VatMode.ADVANCE_INVOICE && !customer.closed();
  }

  private Receipt receipt(PaymentRow row) {
    SellerAccounts home = ledger.sellerAccounts(row.vendorCode(), row.amount().currency());
    if (row.paid().currency().equals(row.amount().currency())) {
      return Receipt.of(home, row.amount());
    }
    SellerAccounts abroad = ledger.sellerAccounts(row.vendorCode(), row.paid().currency());
    return Receipt.converted(home, row.amount(), abroad, row.paid());
  }

  private Converted worth(
      Money paid, AccountHolder customer, PolicyPack pack, LocalDate valueDate) {
    if (paid.currency().equals(customer.currency())) {
      Explanation why =
          new Explanation(List.of("S2.25"), pack.id(), Map.of(), Expr.num("paid", paid.amount()));
      return new Converted(paid, why);
    }
    String source = pack.wallet().rateSource();
    Converted worth =
        rates
            .latest(source, paid.currency(), customer.currency(), valueDate)
            .map(rate -> rate.convert(paid, pack.id()))
            .orElseThrow(
                () ->
                    PaymentChecks.refuse(
                        ProblemCode.MISSING_RATE,
                        "currency",
                        "There is no rate of %s between %s and %s for %s"
                            .formatted(source, paid.currency(), customer.currency(), valueDate),
                        "Put it under /exchange-rates/%s/%s/%s/%s, then send the payment again."
                            .formatted(source, valueDate, customer.currency(), paid.currency())));
    if (!worth.amount().isPositive()) {
      throw PaymentChecks.refuse(
          ProblemCode.INVALID_VALUE,
          "amount",
          "The payment is worth nothing in " + customer.currency(),
          "Check the amount and its currency.");
    }
    return worth;
  }
}
