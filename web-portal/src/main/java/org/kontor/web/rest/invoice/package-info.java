/** Documents, credit notes, number series and the figures of the book. */
package org.kontor.web.rest.invoice;
