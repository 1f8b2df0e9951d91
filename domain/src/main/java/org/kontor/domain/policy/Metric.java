package org.kontor.domain.policy;

/**
 * Something that is counted.
 *
 * @param code for example {@code headcount}, {@code sms}
 * @param unit UN/ECE Recommendation 20 code (BT-130), {@code C62} for pieces
 */
public record Metric(String code, Texts name, Kind kind, String unit) {

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
