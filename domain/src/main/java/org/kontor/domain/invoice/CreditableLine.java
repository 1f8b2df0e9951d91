package org.kontor.domain.invoice;

import java.math.BigDecimal;
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

  /** The line after one more credit. */
  public CreditableLine minus(BigDecimal quantity, Money net) {
    return new CreditableLine(number, line, creditedQuantity.add(quantity), creditedNet.plus(net));
  }
}
