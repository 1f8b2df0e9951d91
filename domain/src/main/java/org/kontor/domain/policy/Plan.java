package org.kontor.domain.policy;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a customer subscribes to: a base, priced components, metered usage, and limits (S1.11).
 *
 * @param fee per month; ignored where {@code tiers} exist
 * @param tiers by head-count, ascending, the last one open-ended (S2.8); empty when the fee is flat
 * @param limits limit code to the allowed amount; a code not listed is unlimited
 * @param deployment shared, or the customer's own installation (S1.19)
 */
public record Plan(
    String code,
    Texts name,
    Timing timing,
    BigDecimal fee,
    List<PriceTier> tiers,
    Map<String, Long> limits,
    List<Component> components,
    List<UsagePrice> usage,
    Deployment deployment) {

  public Plan {
    tiers = List.copyOf(tiers);
    limits = Map.copyOf(limits);
    components = List.copyOf(components);
    usage = List.copyOf(usage);
  }

  public Optional<Component> component(String componentCode) {
    return components.stream().filter(c -> c.code().equals(componentCode)).findFirst();
  }

  /** Where the plan runs (S1.19). */
  public enum Deployment {
    SHARED,
    DEDICATED_MANAGED
  }

  /**
   * The fee of a whole head-count band (S2.8), not per head.
   *
   * @param upTo last head-count of the tier, null for the open-ended last one
   * @param fee per month for the whole tier
   */
  public record PriceTier(String name, Integer upTo, BigDecimal fee) {}

  /**
   * A part that is ordered by quantity, switched on or off, or raises a limit (S1.11).
   *
   * @param fee per unit and month
   * @param included units that the plan's fee covers
   * @param raisesLimit limit code that a unit raises, or null
   * @param raisesBy how far one unit raises it
   * @param maxQuantity what nobody truly orders: more is a slip; 1 to {@link #HIGHEST}, 1 for a
   *     switch
   */
  public record Component(
      String code,
      Texts name,
      Kind kind,
      BigDecimal fee,
      long included,
      String raisesLimit,
      long raisesBy,
      long maxQuantity) {

    /** The bound where a pack gives none: far below what would overflow a fee. */
    public static final long HIGHEST = 1_000_000L;

    /** A {@code SWITCH} has quantity 0 or 1. */
    public enum Kind {
      QUANTITY,
      SWITCH
    }
  }

  /**
   * Metered use: the price of one unit (S2.7).
   *
   * @param included units per charging period without price
   */
  public record UsagePrice(String metric, BigDecimal unitPrice, long included) {}
}
