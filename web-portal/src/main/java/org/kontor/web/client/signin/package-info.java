/** C01: signing in. */
package org.kontor.web.client.signin;
