package org.kontor.domain.invoice;

/** Why a document exists. */
public enum Purpose {
  /** The month that begins (S1.25). */
  MONTHLY,
  /** The partial month of activation (S1.34). */
  FIRST_MONTH,
  /** Pro-rata difference of a change (S1.13, PRORATE). */
  CHANGE,
  /** Products that were ordered (S4, S5). */
  ORDER,
  /** The next term of a product (S5.1). */
  RENEWAL,
  /** VAT at once on a top-up (STANDARDS D.5, ADVANCE_INVOICE). */
  ADVANCE,
  /** Correction of an earlier document. */
  CREDIT
}
