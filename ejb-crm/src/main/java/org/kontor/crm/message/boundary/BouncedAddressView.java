package org.kontor.crm.message.boundary;

import java.time.Instant;

/**
 * An address to which nothing is mailed any more.
 *
 * @param messageId id of the message that it refused
 */
public record BouncedAddressView(
    long id, String vendor, String address, String reason, Long messageId, Instant bouncedAt) {}
