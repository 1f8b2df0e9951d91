/**
 * The ledger for those who check it (R6): trial balance, audit, transfers. Reads only; what is
 * booked is corrected by new bookings, never changed.
 */
package org.kontor.billing.ledger.boundary;
