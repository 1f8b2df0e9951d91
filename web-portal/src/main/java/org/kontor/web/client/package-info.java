/**
 * The client area: what its pages share. Addresses are view paths are packages: {@code
 * /client/invoices} is {@code client/invoices.xhtml} and {@code web.client.invoices}. Beans hold
 * ids, filters and forms, and no rule; what belongs to another customer looks as if it did not
 * exist.
 */
package org.kontor.web.client;
