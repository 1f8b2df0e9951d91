package org.kontor.billing.token.boundary;

import java.time.Instant;
import org.kontor.billing.access.boundary.AccessAnswer;

/**
 * A decision and its token.
 *
 * @param token compact JWS (RFC 7515) with EdDSA (RFC 8037)
 * @param expiresAt from then on it is refused; never later than the decision's own end
 */
public record SignedDecision(String token, Instant expiresAt, AccessAnswer decision) {}
