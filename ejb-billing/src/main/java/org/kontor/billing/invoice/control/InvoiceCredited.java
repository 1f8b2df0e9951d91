package org.kontor.billing.invoice.control;

import java.util.List;
import org.kontor.domain.invoice.CreditableLine;

/** Is told, inside the same transaction, that an invoice was credited in part or as a whole. */
public interface InvoiceCredited {

  void credited(Credit credit);

  /**
   * What one credit note did.
   *
   * @param invoice the corrected invoice, not the credit note
   * @param before its lines with what was left of them before this credit note
   * @param after the same lines with what is left now
   * @param gaveMoneyBack whether some of it had been paid and is on the balance now
   * @param reason of the credit note, for what must be credited with it
   */
  record Credit(
      StoredDocument invoice,
      List<CreditableLine> before,
      List<CreditableLine> after,
      boolean gaveMoneyBack,
      String reason) {

    public boolean leavesNothing() {
      return after.stream().allMatch(line -> line.netLeft().isZero());
    }

    /**
     * Units of a line that it took back, those that were given back in fractions with the last one.
     *
     * @param index of the line, from 0
     */
    public long unitsTaken(int index) {
      return before.get(index).unitsLeft() - after.get(index).unitsLeft();
    }
  }
}
