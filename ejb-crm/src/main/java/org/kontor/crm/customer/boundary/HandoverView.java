package org.kontor.crm.customer.boundary;

import java.time.Instant;

/**
 * A handover that waits for its confirmation.
 *
 * @param from the main administrator who proposed it
 * @param to who is to confirm
 * @param until last moment at which it can be
 */
public record HandoverView(
    long id, long from, String fromName, long to, String toName, Instant until) {}
