/**
 * Documents as others see them (S1.26, S4.8, S5.9, S5.18): an invoice in EN 16931 words with its
 * payment instructions, lists, why an amount is what it is, credit notes, the health of number
 * series, figures per vendor. An issued document is never changed; only a credit note corrects it.
 *
 * <p>Not here: PDF (billing.document) and XML of documents, mailing them, dunning.
 */
package org.kontor.billing.invoice.boundary;
