package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Currency;
import java.util.HexFormat;
import java.util.List;
import org.kontor.billing.invoice.boundary.InvoiceView;
import org.kontor.billing.invoice.boundary.InvoiceView.AddressView;
import org.kontor.billing.invoice.boundary.InvoiceView.CreditNoteRef;
import org.kontor.billing.invoice.boundary.InvoiceView.LineView;
import org.kontor.billing.invoice.boundary.InvoiceView.Party;
import org.kontor.billing.invoice.boundary.InvoiceView.PaymentInstructions;
import org.kontor.billing.invoice.boundary.InvoiceView.Period;
import org.kontor.billing.invoice.boundary.InvoiceView.Preceding;
import org.kontor.billing.invoice.boundary.InvoiceView.Settlement;
import org.kontor.billing.invoice.boundary.InvoiceView.VatView;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.invoice.Line;
import org.kontor.domain.invoice.VatBreakdown;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Seller;
import org.kontor.domain.policy.Seller.Address;
import org.kontor.domain.policy.Seller.DocumentKind;
import org.kontor.domain.time.BusinessClock;
import org.kontor.domain.time.DateRange;

/**
 * Puts a stored document into EN 16931 words: the seller as in the policy version that it was
 * issued with, the buyer as frozen, what was paid as of now.
 */
@ApplicationScoped
public class InvoiceViews {

  private static final String SETTLEMENTS =
      "select a.kind, a.business_date, a.amount_minor, a.payment_id, p.method, p.external_key"
          + " from payment_allocation a left join payment p on p.id = a.payment_id"
          + " where a.customer_id = ? and a.invoice_id = ? order by a.id";

  @Inject private Sql sql;
  @Inject private Documents documents;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;

  /** Five statements, whatever the number of lines. */
  public InvoiceView of(StoredDocument document) {
    PolicyPack pack = policies.version(document.vendorCode(), document.policyVersion());
    Currency currency = document.total().currency();
    Buyer buyer = FrozenJson.buyer(document.buyerJson());
    List<LineView> lines = lines(documents.lines(document));
    List<Settlement> settlements = settlements(document);
    boolean credit = document.kind() == DocumentKind.CREDIT_NOTE;
    BigDecimal credited = sum(settlements, true, currency);
    return new InvoiceView(
        document.id(),
        document.vendorCode(),
        document.customerId(),
        document.subscriptionId(),
        document.kind().name(),
        document.kind().typeCode(),
        document.purpose(),
        document.state(clock.today(pack.zone())),
        document.number(),
        document.issueDate(),
        document.dueDate(),
        period(document.period()),
        currency.getCurrencyCode(),
        document.policy(),
        buyer.purchaseOrderReference().isEmpty() ? null : buyer.purchaseOrderReference(),
        seller(pack.seller()),
        new Party(
            buyer.name(),
            buyer.registrationId(),
            buyer.vatId(),
            address(buyer.address()),
            buyer.email()),
        lines,
        FrozenJson.vat(document.vatJson(), currency).stream().map(InvoiceViews::vat).toList(),
        lines.stream().map(LineView::net).reduce(zero(currency), BigDecimal::add),
        document.net().amount(),
        document.vat().amount(),
        document.total().amount(),
        credit ? document.total().amount() : sum(settlements, false, currency),
        credited,
        document.open().amount(),
        credit ? null : payment(document, pack, buyer.language()),
        preceding(document),
        document.reason().isEmpty() ? null : document.reason(),
        settlements,
        documents.creditNotes(document).stream()
            .map(
                note ->
                    new CreditNoteRef(
                        note.id(), note.number(), note.issueDate(), note.total().amount()))
            .toList(),
        HexFormat.of().formatHex(document.digest()),
        HexFormat.of().formatHex(document.chainHash()),
        document.recordedAt());
  }

  private static List<LineView> lines(List<Line> lines) {
    List<LineView> views = new ArrayList<>(lines.size());
    for (Line line : lines) {
      views.add(
          new LineView(
              views.size() + 1,
              line.itemCode(),
              line.name(),
              line.quantity(),
              line.unit(),
              line.unitPrice(),
              line.net().amount(),
              line.vatCategory(),
              line.vatRate(),
              period(line.period())));
    }
    return views;
  }

  private List<Settlement> settlements(StoredDocument document) {
    Currency currency = document.total().currency();
    return sql.list(
        row ->
            new Settlement(
                row.getString(1),
                row.getObject(2, LocalDate.class),
                Money.ofMinor(row.getLong(3), currency).amount(),
                row.getObject(4, Long.class),
                row.getString(5),
                row.getString(6)),
        SETTLEMENTS,
        document.customerId(),
        document.id());
  }

  private static BigDecimal sum(List<Settlement> settlements, boolean credits, Currency currency) {
    return settlements.stream()
        .filter(part -> part.kind().equals("CREDIT_NOTE") == credits)
        .map(Settlement::amount)
        .reduce(zero(currency), BigDecimal::add);
  }

  private static PaymentInstructions payment(
      StoredDocument document, PolicyPack pack, String language) {
    Seller.Bank bank = pack.seller().bank();
    return new PaymentInstructions(
        document.remittance(),
        bank.account(),
        bank.holder(),
        bank.bic(),
        bank.name(),
        bank.instructions().in(language),
        pack.wallet().methods());
  }

  private Preceding preceding(StoredDocument document) {
    if (document.precedingId() == null) {
      return null;
    }
    LocalDate issued = documents.find(document.precedingId()).orElseThrow().issueDate();
    return new Preceding(document.precedingId(), document.precedingNumber(), issued);
  }

  private static Party seller(Seller seller) {
    return new Party(
        seller.legalName(),
        seller.registrationId(),
        seller.vatId(),
        address(seller.address()),
        seller.email());
  }

  private static AddressView address(Address address) {
    return new AddressView(
        address.line(),
        address.city(),
        address.postCode(),
        address.subdivision(),
        address.country());
  }

  private static VatView vat(VatBreakdown group) {
    return new VatView(
        group.category(),
        group.rate(),
        group.base().amount(),
        group.tax().amount(),
        group.reason().isEmpty() ? null : group.reason());
  }

  private static Period period(DateRange range) {
    return new Period(range.from(), range.to());
  }

  private static BigDecimal zero(Currency currency) {
    return Money.zero(currency).amount();
  }
}
