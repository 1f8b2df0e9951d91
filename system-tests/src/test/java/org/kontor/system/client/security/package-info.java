/** What QUALITY's security measures demand of the client area, proven at the running server. */
package org.kontor.system.client.security;
