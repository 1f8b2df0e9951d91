/** Activation, renewal, expiry and return of ordered products (S5.1, S5.3, S5.22, S5.33). */
package org.kontor.billing.order.control;
