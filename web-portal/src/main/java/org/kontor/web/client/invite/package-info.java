/** C21: inviting a person. */
package org.kontor.web.client.invite;
