/** The customer's own data, as its documents carry it (PAGES C20). */
package org.kontor.web.client.company;
