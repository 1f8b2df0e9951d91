package org.kontor.crm.customer.boundary;

import org.kontor.domain.customer.Role;

/** The role that a person shall have. */
public record RoleChange(Role role) {}
