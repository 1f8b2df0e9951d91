package org.kontor.billing.order.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.NamedQuery;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.LocalDate;

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
            + " and (p.invoiceId = :invoice or p.renewalInvoiceId = :invoice"
            + " or p.renewedByInvoiceId = :invoice) order by p.id")
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

  @Column(name = "renewed_by_invoice_id")
  private Long renewedByInvoiceId;

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

  /** The renewal is paid; a product that had expired is active again. */
  public void renew(LocalDate lastDay) {
    state = State.ACTIVE;
    expiresOn = lastDay;
    renewedByInvoiceId = renewalInvoiceId;
    renewalInvoiceId = null;
  }

  /**
   * The renewal was paid and given back: it ends as it would have without it. It stays tied to that
   * invoice, so that it is not renewed again by itself and from the very money given back.
   *
   * @param lastDay last usable day before the renewal
   */
  public void renewalReturned(LocalDate lastDay, LocalDate today) {
    expiresOn = lastDay;
    renewalInvoiceId = renewedByInvoiceId;
    if (lastDay.isBefore(today)) {
      state = State.EXPIRED;
    }
  }

  /**
   * Some units become a product of their own, which has lived like this one and awaits nothing.
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
    part.renewedByInvoiceId = renewedByInvoiceId;
    part.renewalsCredited = renewalsCredited;
    return part;
  }

  /** Whether an invoice that asks for its next term is not paid yet. */
  public boolean awaitsRenewal() {
    return renewalInvoiceId != null && !renewalInvoiceId.equals(renewedByInvoiceId);
  }

  public boolean awaitsRenewal(long invoice) {
    return awaitsRenewal() && renewalInvoiceId == invoice;
  }

  /** Whether the invoice paid for its present term. */
  public boolean isRenewedBy(long invoice) {
    return renewedByInvoiceId != null
        && renewedByInvoiceId == invoice
        && !renewedByInvoiceId.equals(renewalInvoiceId);
  }

  /** The invoice that was to renew it was credited before it was paid: it can be renewed again. */
  public void renewalCredited() {
    renewalInvoiceId = null;
    renewalsCredited++;
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
