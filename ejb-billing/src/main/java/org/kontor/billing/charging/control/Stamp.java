package org.kontor.billing.charging.control;

import java.time.Instant;

/**
 * What all charges booked together share.
 *
 * @param runId null when no run made them
 */
record Stamp(String vendor, Long runId, Instant recordedAt) {}
