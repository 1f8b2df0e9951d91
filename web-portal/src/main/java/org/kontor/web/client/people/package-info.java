/** C21: who belongs to the customer, and how far each of them has come. */
package org.kontor.web.client.people;
