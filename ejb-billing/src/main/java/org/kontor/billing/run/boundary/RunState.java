package org.kontor.billing.run.boundary;

/** Where a run stands. */
public enum RunState {
  /** The work list is being gone through; charging kinds book in this state. */
  PLANNING,
  /** A dry run ends here: the plan can be read, nothing is booked. */
  PLANNED,
  /** A safety bound was exceeded; a person must approve or discard. */
  NEEDS_APPROVAL,
  /** Documents get their numbers, in order, and are booked. */
  ISSUING,
  /** Credit that customers have is used for the new documents. */
  POSTING,
  COMPLETED,
  COMPLETED_WITH_PARKED,
  DISCARDED;

  public boolean finished() {
    return this == COMPLETED || this == COMPLETED_WITH_PARKED || this == DISCARDED;
  }
}
