/** The client area over bare HTTP, for what no browser would send and for what counts time. */
package org.kontor.system.client.http;
