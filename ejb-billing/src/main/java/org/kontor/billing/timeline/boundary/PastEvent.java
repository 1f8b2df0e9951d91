package org.kontor.billing.timeline.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Something that has happened to a customer.
 *
 * @param day local day of the seller
 * @param name number of a document, method of a payment, code of a plan; empty without one
 * @param amount null where none is concerned
 * @param currency of the amount
 * @param documentId of an invoice or credit note; null without one
 * @param count of messages; 0 of all else
 * @param cursor where the list goes on after it
 */
public record PastEvent(
    LocalDate day,
    Kind kind,
    String name,
    BigDecimal amount,
    String currency,
    Long documentId,
    int count,
    String cursor) {

  /** What it was. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    STARTED,
    ACTIVATED,
    CHANGE_WAITING,
    CHANGE_APPLIED,
    CHANGE_REFUSED,
    CHANGE_WITHDRAWN,
    CHANGE_LAPSED,
    CASE_OVERDUE_INVOICE,
    CASE_NEGATIVE_BALANCE,
    CASE_CLOSED,
    PROMISE,
    PROMISE_KEPT,
    PROMISE_BROKEN,
    ENDING,
    ENDING_STOPPED,
    DELETED,
    ENDED,
    MESSAGES
  }
}
