/** Policy packs over REST: every number of a vendor's rules, by version. */
package org.kontor.web.rest.policy;
