/** Subscriptions, their changes and limits over REST. Only calls boundaries and maps to HTTP. */
package org.kontor.web.rest.subscription;
