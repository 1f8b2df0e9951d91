/** API keys over REST. */
package org.kontor.web.rest.access;
