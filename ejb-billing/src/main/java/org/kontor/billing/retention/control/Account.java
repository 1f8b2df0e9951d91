package org.kontor.billing.retention.control;

import java.time.LocalDate;
import java.time.ZoneId;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.retention.LifeFacts;
import org.kontor.domain.retention.Openings;

/**
 * A subscription as far as its end depends on it.
 *
 * @param due of its oldest overdue invoice, or null
 * @param issued of the same
 */
public record Account(
    long subscriptionId,
    long customerId,
    String vendorCode,
    ZoneId zone,
    String planCode,
    Timing timing,
    LocalDate trialLastDay,
    LocalDate stoppedOn,
    LocalDate endsOn,
    LocalDate chargedThrough,
    LocalDate due,
    LocalDate issued,
    LifeFacts facts) {

  Openings.Dates dates() {
    return new Openings.Dates(trialLastDay, stoppedOn, endsOn, due, issued);
  }
}
