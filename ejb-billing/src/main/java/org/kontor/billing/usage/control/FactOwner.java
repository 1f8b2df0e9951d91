package org.kontor.billing.usage.control;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Optional;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.DailyPricing;
import org.kontor.domain.usage.FactAdmission.Known;

/**
 * The subscription that a fact is about.
 *
 * @param runThrough last day that the vendor's runs of its kind closed, or null
 */
record FactOwner(
    long subscriptionId,
    long customerId,
    String vendor,
    Timing timing,
    String state,
    LocalDate startedOn,
    LocalDate activatedOn,
    LocalDate endsOn,
    LocalDate chargedThrough,
    LocalDate bookFrom,
    LocalDate runThrough) {

  Known known(PolicyPack pack) {
    ZoneId zone = pack.zone();
    LocalDate first = activatedOn;
    if (first != null && timing == Timing.DAILY) {
      first = DailyPricing.firstChargedDay(pack, activatedOn);
    }
    return new Known(zone, bookFrom, timing, startedOn, first, endsOn, chargedThrough, runThrough);
  }

  boolean over() {
    return state.equals("DELETED");
  }

  static Optional<Metric> metric(PolicyPack pack, String code) {
    return pack.catalogue().metrics().stream().filter(m -> m.code().equals(code)).findFirst();
  }
}
