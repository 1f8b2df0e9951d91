package org.kontor.billing.timeline.boundary;

import java.math.BigDecimal;
import java.time.Instant;

/**
 * Something that has happened to a customer's account.
 *
 * @param at in the book's time
 * @param id of the document; 0 for anything else
 * @param name number of a document, method of a payment, code of a plan
 * @param amount above zero; null of a plan
 */
public record RecentChange(
    Kind kind, Instant at, long id, String name, BigDecimal amount, String currency) {

  /** What it is. */
  public enum Kind {
    INVOICE,
    CREDIT_NOTE,
    PAYMENT,
    PLAN,
    /** All that was taken from the balance, as one. */
    CHARGES
  }
}
