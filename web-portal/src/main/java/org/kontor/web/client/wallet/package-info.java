/** C05: the balance, how long it lasts, topping it up, the promised payment. */
package org.kontor.web.client.wallet;
