package org.kontor.domain.policy;

/**
 * Something that is counted.
 *
 * @param code for example {@code headcount}, {@code sms}
 * @param unit UN/ECE Recommendation 20 code (BT-130), {@code C62} for pieces
 * @param maxPerFact what no single fact truly says, 1 to {@link #HIGHEST}: more is a fault of the
 *     sender
 * @param maxPerDay what no subscription truly counts in one day, however many facts say it; 1 to
 *     {@link #HIGHEST}; of a counter only
 */
public record Metric(
    String code, Texts name, Kind kind, String unit, long maxPerFact, long maxPerDay) {

  /** The bounds where a pack gives none. */
  public static final long HIGHEST = 1_000_000_000L;

  /** The metric whose value chooses the price tier (S2.10). */
  public static final String HEADCOUNT = "headcount";

  /** How facts of a day combine. */
  public enum Kind {
    /** A state that lasts until the next fact: employees, documents, CRM accounts. */
    GAUGE,
    /** Events that add up: SMS, minutes. */
    COUNTER
  }
}
