package org.kontor.crm.customer.boundary;

import org.kontor.domain.customer.Deployment;
import org.kontor.domain.policy.Seller.Address;

/**
 * What may change of a customer; replaces all of it. Vendor, reference and currency never change.
 *
 * @param deployment null: stays as it is (S1.19)
 */
public record CustomerChange(
    String name,
    String registrationId,
    String vatId,
    Address address,
    String email,
    String language,
    Deployment deployment) {}
