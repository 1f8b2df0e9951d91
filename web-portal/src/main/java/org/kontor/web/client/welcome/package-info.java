/** C03: choosing a password by a link from a mail, asking for such a link. */
package org.kontor.web.client.welcome;
