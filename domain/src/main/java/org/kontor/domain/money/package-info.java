/** Amounts that can be booked. Refuses mixed currencies and figures finer than the currency. */
package org.kontor.domain.money;
