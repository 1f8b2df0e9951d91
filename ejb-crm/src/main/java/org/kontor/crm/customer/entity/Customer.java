package org.kontor.crm.customer.entity;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import org.kontor.domain.customer.BuyerMoves.TaxPlace;
import org.kontor.domain.customer.Deployment;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.policy.Seller.Address;

/**
 * Whom a vendor bills. Vendor, reference and currency are fixed at birth; the rest of its master
 * data may change, and documents keep what was true when they were issued.
 */
@Entity
@Table(name = "customer")
public class Customer {

  @Id private long id;

  @Column(name = "vendor_code")
  private String vendorCode;

  private String reference;
  private String name;

  @Column(name = "registration_id")
  private String registrationId;

  @Column(name = "vat_id")
  private String vatId;

  @Column(name = "address_line")
  private String addressLine;

  private String city;

  @Column(name = "post_code")
  private String postCode;

  private String subdivision;
  private String country;
  private String email;

  @Column(name = "further_emails")
  private String furtherEmails = "";

  private String language;
  private String currency;

  @Column(name = "purchase_order_reference")
  private String purchaseOrderReference = "";

  @Enumerated(EnumType.STRING)
  private Deployment deployment;

  @Column(name = "created_on")
  private LocalDate createdOn;

  private String state;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private int version;

  protected Customer() {}

  /** A new customer, active and on the shared installation. */
  public Customer(
      long id,
      String vendorCode,
      String reference,
      String currency,
      LocalDate createdOn,
      Instant createdAt) {
    this.id = id;
    this.vendorCode = vendorCode;
    this.reference = reference;
    this.currency = currency;
    this.createdOn = createdOn;
    this.createdAt = createdAt;
    this.deployment = Deployment.SHARED;
    this.state = "ACTIVE";
  }

  public long id() {
    return id;
  }

  public String vendorCode() {
    return vendorCode;
  }

  public String language() {
    return language;
  }

  public LocalDate createdOn() {
    return createdOn;
  }

  public int version() {
    return version;
  }

  /** What decides how it is taxed as a buyer. */
  public TaxPlace taxPlace() {
    return new TaxPlace(country, vatId);
  }

  /** Name and numbers: BT-44, BT-47, BT-48. */
  public void isNamed(String newName, String newRegistrationId, String newVatId) {
    name = newName;
    registrationId = newRegistrationId;
    vatId = newVatId;
  }

  /** BG-8. */
  public void livesAt(Address address) {
    addressLine = address.line();
    city = address.city();
    postCode = address.postCode();
    subdivision = address.subdivision();
    country = address.country();
  }

  public void isReachedBy(String newEmail, String newLanguage) {
    email = newEmail;
    language = newLanguage;
  }

  public void alsoReadsAt(List<String> newFurtherEmails) {
    furtherEmails = DocumentAddresses.stored(newFurtherEmails);
  }

  /** Where its documents are mailed. */
  public DocumentAddresses documentAddresses() {
    return new DocumentAddresses(
        email.strip().toLowerCase(Locale.ROOT), DocumentAddresses.read(furtherEmails));
  }

  /** BT-13 of documents from the next one on. */
  public void ordersBy(String newReference) {
    purchaseOrderReference = newReference;
  }

  public void runsOn(Deployment where) {
    deployment = where;
  }
}
