package org.kontor.billing.access.boundary;

import java.time.Instant;

/**
 * What is known of a proof of payment, without its content.
 *
 * @param caseId case of the notice that it belongs to
 * @param name under which it is saved; harmless, whatever was sent
 * @param mediaType {@code application/pdf}, {@code image/png} or {@code image/jpeg}, by its content
 * @param bytes 1 to 5,242,880
 * @param sentAt when it came
 */
public record TransferProofView(
    long caseId, String name, String mediaType, long bytes, Instant sentAt) {}
