package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.util.Optional;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.money.Money;
import org.kontor.domain.time.DateRange;

/**
 * A line (BG-25).
 *
 * @param itemCode BT-155
 * @param name BT-153, in the document's language
 * @param quantity BT-129
 * @param unit BT-130, UN/ECE Recommendation 20
 * @param unitPrice BT-146, net, any scale, never negative
 * @param net BT-131, rounded once
 * @param vatCategory BT-151
 * @param vatRate BT-152, percent
 * @param period BG-26
 * @param why gives {@code net} when run again
 */
public record Line(
    String itemCode,
    String name,
    BigDecimal quantity,
    String unit,
    BigDecimal unitPrice,
    Money net,
    String vatCategory,
    BigDecimal vatRate,
    DateRange period,
    Explanation why) {

  /** Fact of the explanation: what the line costs with VAT, where prices include it. */
  public static final String GROSS = "gross";

  public Line {
    if (unitPrice.signum() < 0) {
      throw new IllegalArgumentException("negative price (EN 16931 BR-27): " + itemCode);
    }
  }

  /** With VAT, where the price includes it; empty where VAT comes on top. */
  public Optional<Money> gross() {
    return Optional.ofNullable(why.facts().get(GROSS))
        .map(amount -> new Money(new BigDecimal(amount), net.currency()));
  }
}
