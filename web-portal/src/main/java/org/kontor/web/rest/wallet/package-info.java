/** REST addresses of balances, movements and charges; thin, the rules are behind the boundaries. */
package org.kontor.web.rest.wallet;
