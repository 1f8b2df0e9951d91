/** How a person wants the pages, and what is kept of it. */
package org.kontor.web.client.preferences;
