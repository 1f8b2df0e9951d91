/**
 * Signed access decisions (PEERS E4): a decision as a short-lived token that the vendor's own
 * application verifies offline, and the keys behind it. Described in {@code docs/access-tokens.md}.
 * Not here: the decision itself.
 */
package org.kontor.billing.token.boundary;
