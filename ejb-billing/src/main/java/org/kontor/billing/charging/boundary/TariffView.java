package org.kontor.billing.charging.boundary;

import java.math.BigDecimal;
import java.util.List;

/**
 * By which prices the use of a subscription is charged, in force today; amounts are net and in
 * {@code currency}.
 *
 * @param tiers by head-count (S2.8); empty where the fee is flat
 * @param metered what is charged by the unit
 * @param gauges names of what is a state and not a count, for example people on the staff
 */
public record TariffView(
    String plan, String currency, List<Tier> tiers, List<Metered> metered, List<Gauge> gauges) {

  /**
   * @param upTo last head-count; null for the open-ended one
   * @param fee of a whole month
   * @param present whether the last known head-count belongs to it
   */
  public record Tier(String name, Integer upTo, BigDecimal fee, boolean present) {}

  /**
   * @param included units a month without price
   * @param used units of the month so far
   */
  public record Metered(
      String metric, String name, BigDecimal unitPrice, long included, long used) {

    /** Units of the free ones that are left. */
    public long left() {
      return Math.max(0, included - used);
    }
  }

  /**
   * A state that lasts until the next fact.
   *
   * @param before as it was known before the month
   */
  public record Gauge(String metric, String name, long before) {}
}
