package org.kontor.domain.timeline;

import java.time.Instant;
import java.util.List;
import org.kontor.domain.money.Money;

/**
 * What a timeline takes for granted beside what {@link Taken} lists.
 *
 * @param payments of the customer
 */
public record Assumptions(List<Payment> payments) {

  /** Nothing is done. */
  public static final Assumptions NOTHING_IS_DONE = new Assumptions(List.of());

  public Assumptions {
    payments = List.copyOf(payments);
  }

  /**
   * Money that is booked at a moment: on the balance where the vendor charges balances, else for
   * open invoices, the one due first first.
   *
   * @param amount positive, in the seller's currency
   */
  public record Payment(Money amount, Instant at) {}

  /** What every timeline takes for granted; said with each answer. */
  public enum Taken {
    /** The head-count and other states stay as they are. */
    USE_STAYS,
    /** Nothing that is counted is used any more: no SMS, no messages. */
    NOTHING_METERED,
    NOBODY_LOGS_IN,
    /** Every mail is taken by its server on the day on which it is sent. */
    MAIL_IS_TAKEN,
    /** Policy versions and plan changes that are known today take effect on their day. */
    KNOWN_POLICIES_AND_CHANGES,
    /** Runs are done in time, and what waits for a second person is approved at once. */
    RUNS_IN_TIME
  }
}
