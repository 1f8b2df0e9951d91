/** REST addresses of the ledger; thin, reads only. */
package org.kontor.web.rest.ledger;
