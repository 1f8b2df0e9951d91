/** REST addresses of the ledger; thin; they read, and ask for an audit. */
package org.kontor.web.rest.ledger;
