/** The life of an account until its data is gone, over REST. */
package org.kontor.web.rest.retention;
