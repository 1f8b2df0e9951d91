package org.kontor.crm.customer.boundary;

import java.util.List;
import org.kontor.domain.customer.Deployment;
import org.kontor.domain.policy.Seller.Address;

/**
 * What may change of a customer; replaces all of it. Vendor, reference and currency never change.
 *
 * <p>What did not exist from the beginning may be left out, so that callers who do not know of it
 * take nothing away.
 *
 * @param furtherEmails to which documents are mailed beside {@code email} or the main
 *     administrator, at most 5; null: they stay as they are
 * @param purchaseOrderReference BT-13 of documents from the next one on, at most 50 characters,
 *     empty: none; null: stays as it is
 * @param deployment null: stays as it is (S1.19)
 */
public record CustomerChange(
    String name,
    String registrationId,
    String vatId,
    Address address,
    String email,
    List<String> furtherEmails,
    String language,
    String purchaseOrderReference,
    Deployment deployment) {}
