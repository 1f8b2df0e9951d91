/** C09: one document, each amount with its explanation. */
package org.kontor.web.client.invoice;
