package org.kontor.billing.token.boundary;

import java.time.Instant;

/**
 * @param kid of the key that signs from now on
 * @param previous kid of the one before; null when there was none
 * @param previousPublishedUntil until then tokens of the key before can be verified; null when
 *     there was none
 */
public record RotatedKey(String kid, String previous, Instant previousPublishedUntil) {}
