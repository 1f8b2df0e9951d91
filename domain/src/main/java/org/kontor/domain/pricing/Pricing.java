package org.kontor.domain.pricing;

/**
 * What pricing an account for a period comes to.
 *
 * @param <T> what is billed
 */
public sealed interface Pricing<T> {

  /** Something is billed. */
  record Billed<T>(T what) implements Pricing<T> {}

  /** Nothing is due, for a reason worth knowing. */
  record NothingDue<T>(String reason) implements Pricing<T> {}

  /** A person must look at this account before it can be billed. */
  record Parked<T>(String code, String detail) implements Pricing<T> {}
}
