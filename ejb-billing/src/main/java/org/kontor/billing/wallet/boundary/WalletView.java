package org.kontor.billing.wallet.boundary;

import java.math.BigDecimal;

/**
 * A customer's balance at this moment (S3.21), in {@code currency}.
 *
 * @param balance paid money and bonus together; negative is debt
 * @param paid paid money, negative when in debt
 * @param bonus not refundable (S3.7)
 * @param usedThisMonth services used in the current month (S3.22): what the 1st will settle by the
 *     facts so far; for daily plans what this month's days were charged, with today so far
 */
public record WalletView(
    long customerId,
    String currency,
    BigDecimal balance,
    BigDecimal paid,
    BigDecimal bonus,
    BigDecimal usedThisMonth) {}
