/** C23: every mail that was sent to the customer. */
package org.kontor.web.client.messages;
