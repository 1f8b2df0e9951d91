package org.kontor.billing.invoice.control;

import java.time.LocalDate;
import org.kontor.domain.money.Money;

/**
 * A document that now has its number.
 *
 * @param number BT-1
 * @param open what is still to be paid after credit on the balance was used; zero for credit notes
 * @param fresh false when its source had been issued before: nothing was done again
 */
public record IssuedDocument(
    long id,
    String number,
    long customerId,
    LocalDate issueDate,
    LocalDate dueDate,
    Money total,
    Money open,
    boolean fresh) {

  public boolean isPaid() {
    return open.isZero();
  }
}
