package org.kontor.crm.platform.boundary;

/**
 * The book was emptied (simulation only). Observed synchronously by whatever caches rows: forget
 * them. On the other nodes it is fired when their clock notices, within a second or so of use.
 *
 * @param epoch counts the times that the book was emptied
 */
public record BookEmptied(long epoch) {}
