/** Runs over REST: plan, start, follow, approve, repeat. */
package org.kontor.web.rest.run;
