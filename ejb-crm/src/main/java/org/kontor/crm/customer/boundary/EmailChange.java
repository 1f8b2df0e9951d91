package org.kontor.crm.customer.boundary;

/**
 * The mail address that a person shall have.
 *
 * @param email of nobody else in the vendor's world
 */
public record EmailChange(String email) {}
