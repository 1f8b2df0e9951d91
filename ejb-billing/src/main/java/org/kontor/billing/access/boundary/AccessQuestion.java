package org.kontor.billing.access.boundary;

import java.time.Instant;
import org.kontor.domain.customer.Role;

/**
 * Who asks for what.
 *
 * @param subscriptionId or {@code customer} and {@code product}
 * @param vendor whose customer it is; not needed for a key of one vendor
 * @param customer the vendor's own customer number
 * @param product code of the plan
 * @param personId whose role counts; or {@code role}
 * @param role of somebody whom Kontor does not know
 * @param at the moment asked for; null for now
 */
public record AccessQuestion(
    Long subscriptionId,
    String vendor,
    String customer,
    String product,
    Long personId,
    Role role,
    Instant at) {}
