package org.kontor.domain.customer;

import java.util.Map;

/** Where addresses of a customer's people lie beside its own record: mails, notices, bounces. */
public interface ContactTraces {

  /** Whether something about the customer is still to be told or sent. */
  boolean posting(long customerId);

  /**
   * Replaces the addresses of what was sent by their hash and takes away what was shown. That a
   * mail was sent, when, and what the server said of it in a word stays.
   *
   * @return how much of each kind
   */
  Map<String, Long> forget(long customerId);
}
