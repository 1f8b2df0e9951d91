package org.kontor.billing.token.boundary;

import java.time.Instant;

/**
 * @param token compact JWS (RFC 7515) with EdDSA (RFC 8037)
 * @param expiresAt from then on it is refused; never later than the decision's own end
 */
public record SignedDecision(String token, Instant expiresAt) {}
