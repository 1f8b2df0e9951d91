package org.kontor.billing.timeline.boundary;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.timeline.Assumptions;

/**
 * What will happen to a subscription.
 *
 * @param now the moment from which it is foretold
 * @param until last day of it
 * @param zone the seller's, in which days are counted
 * @param balance paid money and bonus as they stand
 * @param lastsThrough last day whose charges the balance covers; null when it lasts beyond {@code
 *     until}, or is exhausted already
 * @param assumptions what is taken for granted
 * @param payments that are assumed
 */
public record TimelineView(
    long subscriptionId,
    long customerId,
    String vendor,
    Instant now,
    LocalDate until,
    String zone,
    String currency,
    BigDecimal balance,
    LocalDate lastsThrough,
    List<Assumptions.Taken> assumptions,
    List<AssumedPayment> payments,
    List<ForetoldEvent> events) {

  /** A payment that is assumed. */
  public record AssumedPayment(BigDecimal amount, Instant at) {}
}
