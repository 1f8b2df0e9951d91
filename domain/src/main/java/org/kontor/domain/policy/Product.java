package org.kontor.domain.policy;

import java.math.BigDecimal;

/**
 * What is sold by order: licences, add-ons, modules, support, onboarding, training (S1.24, S4.38).
 *
 * @param price per unit
 * @param unit UN/ECE Recommendation 20 code (BT-130)
 * @param termMonths how long one purchase lasts; 0 = without end
 * @param renews whether a renewal invoice is made before the term ends (S5.1)
 * @param requires product code that the customer must own, or null (an add-on's licence)
 * @param maxQuantity what nobody truly orders at once: more is a slip; 1 to {@link #HIGHEST}
 */
public record Product(
    String code,
    Texts name,
    Kind kind,
    BigDecimal price,
    String unit,
    int termMonths,
    boolean renews,
    String requires,
    long maxQuantity) {

  /** The highest bound that a pack may give: far below what would overflow an amount. */
  public static final long HIGHEST = 1_000_000L;

  /** The bound where a pack gives none. */
  public static final long USUAL = 100_000L;

  public enum Kind {
    LICENCE,
    ADDON,
    MODULE,
    SUPPORT,
    SERVICE,
    TRAINING
  }

  /**
   * Whether it is over once it was paid for: an hour, a session. Who has bought nothing else keeps
   * nothing by it.
   */
  public boolean isDelivered() {
    return termMonths == 0
        && (kind == Kind.SUPPORT || kind == Kind.SERVICE || kind == Kind.TRAINING);
  }
}
