package org.kontor.billing.invoice.boundary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Why a line costs what it costs, run again at this moment (S3.24).
 *
 * @param arithmetic for example {@code round(mul(quantity=2,price=60.00),2)}
 * @param amount net of the line as issued
 * @param recomputed what the arithmetic gives now
 * @param agrees whether both are the same
 */
public record LineExplanation(
    String invoice,
    int line,
    List<String> rules,
    String policy,
    Map<String, String> facts,
    String arithmetic,
    BigDecimal amount,
    String currency,
    BigDecimal recomputed,
    boolean agrees) {}
