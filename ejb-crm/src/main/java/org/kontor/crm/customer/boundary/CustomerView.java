package org.kontor.crm.customer.boundary;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.customer.Deployment;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Seller.Address;

/**
 * A customer as everybody else sees it.
 *
 * @param email to which documents are mailed; empty: to the main administrator
 * @param furtherEmails to which documents are mailed as well
 * @param purchaseOrderReference BT-13 of documents from the next one on, may be empty
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
    List<String> furtherEmails,
    String language,
    String currency,
    String purchaseOrderReference,
    Deployment deployment,
    String state,
    LocalDate createdOn,
    int version) {

  public CustomerView {
    furtherEmails = List.copyOf(furtherEmails);
  }

  /** As a document freezes it (BG-7). */
  public Buyer toBuyer() {
    return new Buyer(name, registrationId, vatId, address, email, language, purchaseOrderReference);
  }
}
