package org.kontor.domain.invoice;

import java.math.BigDecimal;
import java.math.RoundingMode;
import org.kontor.domain.money.Money;

/**
 * A line of an issued invoice with what earlier credit notes took back of it.
 *
 * @param number BT-126
 * @param creditedQuantity units taken back; a credit by amount takes back none
 * @param creditedNet sum of the net amounts taken back
 */
public record CreditableLine(
    int number, Line line, BigDecimal creditedQuantity, Money creditedNet) {

  public CreditableLine(int number, Line line) {
    this(number, line, BigDecimal.ZERO, Money.zero(line.net().currency()));
  }

  /** What can still be credited, net. */
  public Money netLeft() {
    return line.net().minus(creditedNet);
  }

  public BigDecimal quantityLeft() {
    return line.quantity().subtract(creditedQuantity);
  }

  /**
   * Whole units that the buyer keeps. One that is credited in fractions is his until all of it was
   * given back; all of them are gone with the rest of a price.
   */
  public long unitsLeft() {
    if (netLeft().isZero() && !line.net().isZero()) {
      return 0;
    }
    return quantityLeft().setScale(0, RoundingMode.CEILING).longValueExact();
  }

  /** The line after one more credit. */
  public CreditableLine minus(BigDecimal quantity, Money net) {
    return new CreditableLine(number, line, creditedQuantity.add(quantity), creditedNet.plus(net));
  }
}
