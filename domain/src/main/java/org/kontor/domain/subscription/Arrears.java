package org.kontor.domain.subscription;

import org.kontor.domain.explain.Explanation;
import org.kontor.domain.money.Money;

/**
 * The pro-rata difference of a change made inside a month that was already paid, to be carried by
 * the next invoice (S1.13, NEXT_INVOICE_WITH_ARREARS).
 *
 * @param changeId the change that caused it
 * @param amount net, in the seller's currency
 * @param explanation gives {@code amount} when run again
 */
public record Arrears(long changeId, Money amount, Explanation explanation) {}
