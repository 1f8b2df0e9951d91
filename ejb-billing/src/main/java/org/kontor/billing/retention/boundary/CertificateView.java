package org.kontor.billing.retention.boundary;

import java.util.Map;

/**
 * What was deleted, in figures, as it was written then.
 *
 * @param act DELETION, PURGE or PSEUDONYMS
 * @param content what is certified, counts by kind among it
 * @param canonical the text whose hash it is
 * @param hash SHA-256 in hexadecimal; the audit has it too
 * @param intact whether the text still has its hash
 */
public record CertificateView(
    long id,
    String act,
    Map<String, Object> content,
    String canonical,
    String hash,
    boolean intact) {}
