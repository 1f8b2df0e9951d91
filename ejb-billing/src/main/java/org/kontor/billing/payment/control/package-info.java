/** Payments' stores: payments by natural key, open items under lock, exchange rates. */
package org.kontor.billing.payment.control;
