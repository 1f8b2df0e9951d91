package org.kontor.billing.run.boundary;

import java.time.LocalDate;

/**
 * The day of the plan is over, or a later document was issued since: its drafts must be dated anew.
 */
public class DatedTooEarly extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public DatedTooEarly(LocalDate planned, LocalDate now) {
    super("planned for " + planned + ", and documents bear " + now + " by now");
  }
}
