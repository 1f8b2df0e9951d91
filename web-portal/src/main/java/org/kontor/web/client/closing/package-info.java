/** Taking everything along, and the end of the account (PAGES C25). */
package org.kontor.web.client.closing;
