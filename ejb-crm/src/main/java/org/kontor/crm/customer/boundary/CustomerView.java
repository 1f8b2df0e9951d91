package org.kontor.crm.customer.boundary;

import java.time.LocalDate;
import org.kontor.domain.customer.Deployment;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Seller.Address;

/**
 * A customer as everybody else sees it.
 *
 * @param createdOn local date of the vendor
 * @param state ACTIVE or CLOSED
 * @param version changes with each change; the ETag
 */
public record CustomerView(
    long id,
    String vendor,
    String reference,
    String name,
    String registrationId,
    String vatId,
    Address address,
    String email,
    String language,
    String currency,
    Deployment deployment,
    String state,
    LocalDate createdOn,
    int version) {

  /** As a document freezes it (BG-7). */
  public Buyer toBuyer() {
    return new Buyer(name, registrationId, vatId, address, email, language);
  }
}
