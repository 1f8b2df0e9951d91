/** C21: one person: what it may do, its invitation, its access. */
package org.kontor.web.client.person;
