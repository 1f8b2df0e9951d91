package org.kontor.domain.change;

/** Life of one step of a change. */
public enum ChangeState {
  /** For its effective date. */
  WAITING,
  APPLIED,
  /** The second check found unmet limits (S1.17). */
  REFUSED,
  /** By the customer, or a later request took its place. */
  WITHDRAWN,
  /** The subscription was stopped, cancelled or ended first. */
  LAPSED
}
