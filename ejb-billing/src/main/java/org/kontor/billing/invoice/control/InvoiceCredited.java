package org.kontor.billing.invoice.control;

import java.util.List;
import org.kontor.domain.invoice.CreditableLine;

/** Is told, inside the same transaction, that an invoice was credited in part or as a whole. */
public interface InvoiceCredited {

  /**
   * @param invoice the corrected invoice, not the credit note
   * @param before its lines with what was left of them before this credit note
   * @param after the same lines with what is left now
   * @param reason of the credit note, for what must be credited with it
   */
  void credited(
      StoredDocument invoice,
      List<CreditableLine> before,
      List<CreditableLine> after,
      String reason);
}
