package org.kontor.billing.ledger.boundary;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.kontor.domain.explain.Explanation;

/**
 * Why an amount is what it is (S3.24), with the proof: the stored inputs run again.
 *
 * @param arithmetic in compact form, for example {@code round(div(fee=2990.00,30),2)}
 * @param amount as booked
 * @param recomputed from the stored inputs only
 * @param agrees whether the two are equal
 */
public record Why(
    List<String> rules,
    String policy,
    Map<String, String> facts,
    String arithmetic,
    BigDecimal amount,
    BigDecimal recomputed,
    boolean agrees) {

  /**
   * @param compact as stored
   */
  public static Why of(String compact, BigDecimal amount) {
    Explanation explanation = Explanation.parse(compact);
    StringBuilder arithmetic = new StringBuilder();
    explanation.arithmetic().write(arithmetic);
    BigDecimal recomputed = explanation.recompute();
    return new Why(
        explanation.rules(),
        explanation.policy(),
        explanation.facts(),
        arithmetic.toString(),
        amount,
        recomputed,
        recomputed.compareTo(amount) == 0);
  }
}
