package org.kontor.crm.customer.boundary;

import org.kontor.domain.customer.Role;

/**
 * @param email identifies the person within the vendor's world
 * @param language ISO 639-1; null: the customer's
 * @param role ignored for the main administrator of a new customer
 */
public record NewPerson(String name, String email, Role role, String language) {}
