/** C23: one mail as it was sent. */
package org.kontor.web.client.message;
