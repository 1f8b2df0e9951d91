/** Customers and their people over REST. */
package org.kontor.web.rest.customer;
