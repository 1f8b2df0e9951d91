package org.kontor.billing.invoice.boundary;

/**
 * What a customer narrows its documents to; null does not narrow.
 *
 * @param year of issue
 * @param number part of a number, whatever its letters' size
 * @param state {@code open}, {@code overdue} or {@code paid}
 */
public record InvoiceFilter(Integer year, String number, String state) {

  public static final InvoiceFilter ALL = new InvoiceFilter(null, null, null);
}
