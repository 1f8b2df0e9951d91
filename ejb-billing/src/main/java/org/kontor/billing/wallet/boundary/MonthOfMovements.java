package org.kontor.billing.wallet.boundary;

import java.math.BigDecimal;
import java.time.YearMonth;

/**
 * What moved a balance in a month: {@code opening + in − out = closing}.
 *
 * @param in all that raised it
 * @param out all that lowered it, as a positive sum
 * @param count movements
 */
public record MonthOfMovements(
    YearMonth month,
    BigDecimal opening,
    BigDecimal in,
    BigDecimal out,
    BigDecimal closing,
    int count,
    String currency) {}
