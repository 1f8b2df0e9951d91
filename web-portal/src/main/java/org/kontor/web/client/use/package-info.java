/** C11: what is used in a month, by which prices, and what comes of it. */
package org.kontor.web.client.use;
