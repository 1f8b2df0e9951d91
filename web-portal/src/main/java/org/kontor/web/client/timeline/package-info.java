/** What has happened to the customer, and what will happen if nothing is done. */
package org.kontor.web.client.timeline;
