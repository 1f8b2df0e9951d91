/**
 * Products sold by order (S1.24, S4.38, S5.1, S5.3): pricing an order from the seller's price list,
 * the term of a product from its activation, and its renewal (S5.33). Pure; documents are {@code
 * org.kontor.domain.invoice}.
 */
package org.kontor.domain.order;
