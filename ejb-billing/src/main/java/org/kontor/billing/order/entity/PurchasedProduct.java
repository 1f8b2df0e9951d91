package org.kontor.billing.order.entity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.kontor.domain.order.RenewedTerm;
import org.kontor.domain.policy.BillingPolicy.LateRenewal;

/**
 * What a customer bought by order: awaits payment, then active until its last usable day, renewed
 * or expired (S5.3, S5.33); withdrawn when its invoice is credited.
 */
@Entity
@Table(name = "purchased_product")
@NamedQuery(
    name = PurchasedProduct.OF_INVOICE,
    query =
        "select p from PurchasedProduct p where p.customerId = :customer"
            + " and (p.invoiceId = :invoice or p.renewalInvoiceId = :invoice or p.id in :renewed)"
            + " order by p.id")
@NamedQuery(
    name = PurchasedProduct.OF_CUSTOMER,
    query = "select p from PurchasedProduct p where p.customerId = :customer order by p.id")
public class PurchasedProduct {

  public static final String OF_INVOICE = "PurchasedProduct.ofInvoice";
  public static final String OF_CUSTOMER = "PurchasedProduct.ofCustomer";

  @Id private long id;

  @Column(name = "customer_id")
  private long customerId;

  @Column(name = "vendor_code")
  private String vendorCode;

  @Column(name = "product_code")
  private String productCode;

  private long quantity;

  @Enumerated(EnumType.STRING)
  private State state;

  @Column(name = "invoice_id")
  private long invoiceId;

  @Column(name = "ordered_on")
  private LocalDate orderedOn;

  @Column(name = "active_from")
  private LocalDate activeFrom;

  @Column(name = "expires_on")
  private LocalDate expiresOn;

  @Column(name = "renewal_invoice_id")
  private Long renewalInvoiceId;

  @Column(name = "renewal_line")
  private Integer renewalLine;

  private boolean renews = true;

  @ElementCollection
  @CollectionTable(name = "renewed_term", joinColumns = @JoinColumn(name = "product_id"))
  private List<PaidRenewal> renewals = new ArrayList<>();

  @Column(name = "renewals_credited")
  private int renewalsCredited;

  @Version private int version;

  protected PurchasedProduct() {}

  public PurchasedProduct(
      long id,
      long customerId,
      String vendorCode,
      String productCode,
      long quantity,
      long invoiceId,
      LocalDate orderedOn) {
    this.id = id;
    this.customerId = customerId;
    this.vendorCode = vendorCode;
    this.productCode = productCode;
    this.quantity = quantity;
    this.invoiceId = invoiceId;
    this.orderedOn = orderedOn;
    this.state = State.AWAITING_PAYMENT;
  }

  /**
   * @param from first usable day
   * @param lastDay last usable day, null = without end
   */
  public void activate(LocalDate from, LocalDate lastDay) {
    state = State.ACTIVE;
    activeFrom = from;
    expiresOn = lastDay;
  }

  /**
   * The renewal that it awaits is paid; a product that had expired is active again.
   *
   * @param paidOn value date of the payment
   */
  public void renew(LocalDate paidOn, int termMonths, LateRenewal late) {
    RenewedTerm term =
        RenewedTerm.paid(renewalInvoiceId, renewalLine, expiresOn, paidOn, termMonths, late);
    renewals.add(new PaidRenewal(term));
    state = State.ACTIVE;
    expiresOn = term.days().to();
    renewalInvoiceId = null;
    renewalLine = null;
    renews = true;
  }

  /**
   * A renewal was paid and given back: it ends as it would have without it, and is not renewed
   * again by itself, from the very money given back.
   */
  public void renewalReturned(long invoice, LocalDate today) {
    List<RenewedTerm> paid = renewedTerms();
    List<RenewedTerm> left = RenewedTerm.without(paid, invoice);
    expiresOn = RenewedTerm.lastDay(left, paid.get(0).endedBefore());
    renewals.clear();
    left.forEach(term -> renewals.add(new PaidRenewal(term)));
    renews = false;
    if (state == State.ACTIVE && expiresOn.isBefore(today)) {
      state = State.EXPIRED;
    }
  }

  /**
   * Some units become a product of their own, which has lived like this one and awaits the same.
   *
   * @param units at least one, fewer than there are
   */
  public PurchasedProduct split(long newId, long units) {
    quantity -= units;
    PurchasedProduct part =
        new PurchasedProduct(
            newId, customerId, vendorCode, productCode, units, invoiceId, orderedOn);
    part.state = state;
    part.activeFrom = activeFrom;
    part.expiresOn = expiresOn;
    part.renewalInvoiceId = renewalInvoiceId;
    part.renewalLine = renewalLine;
    part.renews = renews;
    part.renewalsCredited = renewalsCredited;
    renewedTerms().forEach(term -> part.renewals.add(new PaidRenewal(term)));
    return part;
  }

  /** The terms that renewals bought, in the order of their days. */
  public List<RenewedTerm> renewedTerms() {
    return renewals.stream()
        .map(PaidRenewal::term)
        .sorted(Comparator.comparing(term -> term.days().from()))
        .toList();
  }

  /** Whether an invoice that asks for its next term is not paid yet. */
  public boolean awaitsRenewal() {
    return renewalInvoiceId != null;
  }

  public boolean awaitsRenewal(long invoice) {
    return awaitsRenewal() && renewalInvoiceId == invoice;
  }

  /**
   * The line of a renewal invoice that asks for its next term, or was paid for one of its terms and
   * not given back; 0 when there is none.
   */
  public int renewalLine(long invoice) {
    if (awaitsRenewal(invoice)) {
      return renewalLine;
    }
    return renewals.stream()
        .map(PaidRenewal::term)
        .filter(term -> term.invoice() == invoice)
        .mapToInt(RenewedTerm::line)
        .findFirst()
        .orElse(0);
  }

  /**
   * The invoice that was to renew it was credited before it was paid.
   *
   * @param again whether it is to be renewed again by itself
   */
  public void renewalCredited(boolean again) {
    renewalInvoiceId = null;
    renewalLine = null;
    renewalsCredited++;
    renews = again;
  }

  /** Its invoice was taken back in part or as a whole. */
  public void giveBack(long units) {
    if (units >= quantity) {
      state = State.WITHDRAWN;
    } else {
      quantity -= units;
    }
  }

  public long getId() {
    return id;
  }

  public long getCustomerId() {
    return customerId;
  }

  public String getVendorCode() {
    return vendorCode;
  }

  public String getProductCode() {
    return productCode;
  }

  public long getQuantity() {
    return quantity;
  }

  public State getState() {
    return state;
  }

  public long getInvoiceId() {
    return invoiceId;
  }

  public LocalDate getOrderedOn() {
    return orderedOn;
  }

  public LocalDate getActiveFrom() {
    return activeFrom;
  }

  public LocalDate getExpiresOn() {
    return expiresOn;
  }

  public Long getRenewalInvoiceId() {
    return renewalInvoiceId;
  }

  /** Life of a purchased product. */
  public enum State {
    AWAITING_PAYMENT,
    ACTIVE,
    EXPIRED,
    WITHDRAWN
  }
}
