package org.kontor.domain.retention;

/** Where the life of an account stands on its way out. */
public enum CaseState {
  /** The days are counted, nobody was told yet. */
  ELIGIBLE,
  /** At least one notice is out. */
  ANNOUNCED,
  /** All notices were delivered and the day has come: waits for the deletion, or for approval. */
  DUE,
  /** Something ended it: a payment, a person, a hold. */
  CANCELLED,
  /** Inaccessible, and can be restored until it is purged. */
  DELETED,
  /** Brought back after the deletion. */
  RESTORED,
  /** Nothing is left but fiscal documents, bookings and the certificate. */
  PURGED;

  /** Whether it may still end in a deletion. */
  public boolean open() {
    return this == ELIGIBLE || this == ANNOUNCED || this == DUE;
  }
}
