package org.kontor.crm.customer.boundary;

import java.util.List;
import org.kontor.domain.policy.Seller.Address;

/**
 * @param reference the vendor's own customer number; unique with the vendor
 * @param language ISO 639-1 of documents and mails; null: the vendor's first
 * @param currency ISO 4217 in which the customer is billed; null: the vendor's
 * @param furtherEmails to which documents are mailed beside {@code email} or the main
 *     administrator, at most 5; null: none
 * @param purchaseOrderReference BT-13 of its documents, at most 50 characters; null: none
 * @param mainAdministrator the person who may do everything (S2.17)
 */
public record NewCustomer(
    String vendor,
    String reference,
    String name,
    String registrationId,
    String vatId,
    Address address,
    String email,
    String language,
    String currency,
    List<String> furtherEmails,
    String purchaseOrderReference,
    NewPerson mainAdministrator) {}
