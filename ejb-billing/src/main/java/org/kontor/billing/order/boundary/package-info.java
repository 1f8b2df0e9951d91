/**
 * Orders of products (S1.24, S4.2, S4.3, S4.8, S4.38, S5.8): priced from the seller's price list,
 * invoiced at once, active when paid.
 *
 * <p>Not here: licence keys and what they switch on, subscriptions to plans.
 */
package org.kontor.billing.order.boundary;
