/** What is open to a person, and who can help where something is not. */
package org.kontor.web.client.access;
