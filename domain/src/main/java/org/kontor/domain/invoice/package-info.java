/**
 * Documents in the words of EN 16931: buyer, lines, VAT breakdown, totals, digest and chain. A
 * draft has no number; it gets one in the transaction that issues it.
 */
package org.kontor.domain.invoice;
