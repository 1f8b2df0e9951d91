/** Keys of signed access decisions over REST. */
package org.kontor.web.rest.token;
