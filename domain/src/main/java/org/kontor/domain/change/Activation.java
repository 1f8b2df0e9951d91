package org.kontor.domain.change;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.domain.invoice.InvoiceDraft;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** What becomes of a wish to pay: a conversion from the trial, or a start without one. */
public sealed interface Activation {

  /**
   * @param on first day as a paying subscription
   * @param chargedThrough last day that is billed by this act, or that is not to be billed; null
   *     when billing begins with the first run
   * @param invoice of the first month (S1.34), to be issued at once
   */
  record Activated(LocalDate on, LocalDate chargedThrough, Optional<InvoiceDraft> invoice)
      implements Activation {}

  /** The trial is over; after its end there is nothing to convert (S1.4). */
  record TooLate(LocalDate lastDay) implements Activation {}

  /** Not in trial. */
  record WrongState(State state) implements Activation {}

  /** A day on which this plan cannot begin. */
  record BadStart(LocalDate asked, LocalDate instead) implements Activation {}
}
