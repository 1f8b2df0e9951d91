package org.kontor.billing.invoice.boundary;

/**
 * What a recomputation of a series' digests and chain found.
 *
 * @param documents how many were recomputed
 * @param intact whether all agree with what was written when they were issued
 * @param firstBroken BT-1 of the first document that does not, absent when intact
 * @param fault {@code DIGEST} when its content was changed, {@code CHAIN} when one before it was
 *     changed, removed or inserted, {@code HEAD} when the last ones are missing
 */
public record ChainReport(
    String vendor,
    String series,
    int year,
    long documents,
    boolean intact,
    String firstBroken,
    String fault) {}
