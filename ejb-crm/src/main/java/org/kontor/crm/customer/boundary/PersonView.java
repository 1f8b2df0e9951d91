package org.kontor.crm.customer.boundary;

import org.kontor.domain.customer.Role;

/**
 * A person with one customer.
 *
 * @param id of the person, the same with all customers of the vendor
 */
public record PersonView(long id, String name, String email, String language, Role role) {}
