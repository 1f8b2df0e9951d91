package org.kontor.billing.access.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.promise.PromiseQuote;

/**
 * What a promised payment would mean if it were taken now.
 *
 * @param endsAt first moment after it, to be shown to the customer (S2.34)
 * @param skippedDays days off that put the end off
 * @param owedNow what is missing to a balance of 0.00
 * @param dueAtEnd what will be missing at its end if each day costs what the last one cost (S2.32)
 * @param why how dueAtEnd was computed
 */
public record PromiseOffer(
    long subscriptionId,
    int days,
    Instant from,
    Instant endsAt,
    List<LocalDate> skippedDays,
    BigDecimal owedNow,
    BigDecimal dueAtEnd,
    String currency,
    String why) {

  static PromiseOffer of(long subscriptionId, PromiseQuote quote) {
    return new PromiseOffer(
        subscriptionId,
        quote.days(),
        quote.from(),
        quote.end(),
        quote.skippedDays(),
        quote.owedNow().amount(),
        quote.dueAtEnd().amount(),
        quote.owedNow().currency().getCurrencyCode(),
        quote.why().compact());
  }
}
