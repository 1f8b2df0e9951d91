/** The business clock and the book as a whole over REST. */
package org.kontor.web.rest.platform;
