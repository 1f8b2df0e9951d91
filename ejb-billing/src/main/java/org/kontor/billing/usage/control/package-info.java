/**
 * Facts of use and their daily figures in the database, set-wise. What they cost is decided in
 * {@code org.kontor.domain.pricing}; nothing here knows a price (S2.7, S2.10, S2.11).
 */
package org.kontor.billing.usage.control;
