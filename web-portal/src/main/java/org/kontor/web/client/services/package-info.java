/** Services and plans (PAGES C12): what the customer has, what it could have, and the end of it. */
package org.kontor.web.client.services;
