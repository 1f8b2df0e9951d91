/** The second factor: an authenticator app and its recovery codes. */
package org.kontor.web.client.authenticator;
