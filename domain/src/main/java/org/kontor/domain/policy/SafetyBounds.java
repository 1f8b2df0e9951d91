package org.kontor.domain.policy;

import java.math.BigDecimal;

/**
 * What a run may do without a person's approval (QUALITY R5).
 *
 * @param fromAccounts a run with fewer accounts is never held back: a share of a handful says
 *     nothing
 * @param maxLinesPerDocument more lines park the account
 * @param maxGrowth an average amount above this multiple of the last run's asks for approval
 * @param maxParkedPercent a larger share of parked accounts asks for approval
 */
public record SafetyBounds(
    int fromAccounts, int maxLinesPerDocument, BigDecimal maxGrowth, BigDecimal maxParkedPercent) {}
