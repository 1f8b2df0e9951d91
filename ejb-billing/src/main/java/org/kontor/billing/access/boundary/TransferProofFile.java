package org.kontor.billing.access.boundary;

/**
 * A proof of payment as it came.
 *
 * @param customerId whose it is
 * @param sha256 of the content, 64 hex digits
 * @param content not copied: leave it alone
 */
public record TransferProofFile(
    long customerId, String name, String mediaType, String sha256, byte[] content) {}
