package org.kontor.crm.customer.boundary;

import java.util.Set;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Role;

/**
 * A person with one customer.
 *
 * @param id of the person, the same with all customers of the vendor
 * @param rights what it may do beyond the role; empty of administrators, whose role has them all
 */
public record PersonView(
    long id, String name, String email, String language, Role role, Set<FineRight> rights) {}
