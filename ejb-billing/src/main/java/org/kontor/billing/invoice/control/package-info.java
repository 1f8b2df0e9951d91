/**
 * Issuing and reading documents: numbers without gaps (QUALITY R7), digests and chain, rows, open
 * amounts; one by one here, by thousands in the monthly run.
 */
package org.kontor.billing.invoice.control;
