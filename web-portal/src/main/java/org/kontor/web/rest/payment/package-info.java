/** REST addresses of payments and exchange rates; thin, the rules are behind the boundaries. */
package org.kontor.web.rest.payment;
