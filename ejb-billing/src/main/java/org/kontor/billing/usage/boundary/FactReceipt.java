package org.kontor.billing.usage.boundary;

import java.time.LocalDate;

/**
 * What became of a fact.
 *
 * @param businessDate local day of the vendor to which it belongs
 * @param chargedOn day with which it is charged: another one when {@code businessDate} was closed
 */
public record FactReceipt(
    State state,
    long subscriptionId,
    String metric,
    String key,
    LocalDate businessDate,
    LocalDate chargedOn) {

  public enum State {
    RECORDED,
    /** The very same fact was known already. */
    REPLAYED
  }
}
