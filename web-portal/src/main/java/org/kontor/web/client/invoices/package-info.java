/** C08: the documents of a customer. */
package org.kontor.web.client.invoices;
