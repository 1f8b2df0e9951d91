package org.kontor.crm.customer.boundary;

import java.util.Set;
import org.kontor.domain.customer.FineRight;
import org.kontor.domain.customer.Role;

/**
 * The role that a person shall have.
 *
 * @param rights beyond the role, of staff only; null: as they are, as far as the role needs them
 */
public record RoleChange(Role role, Set<FineRight> rights) {}
