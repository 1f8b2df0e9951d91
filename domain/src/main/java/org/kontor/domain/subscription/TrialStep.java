package org.kontor.domain.subscription;

import java.time.LocalDate;

/** What a day brings to a trial. None of these is a conversion or a charge (S1.3). */
public sealed interface TrialStep {

  record Nothing() implements TrialStep {}

  /** A notice that the data will be deleted in so many days (S1.6). */
  record Warn(int daysLeft, LocalDate deletedOn) implements TrialStep {}

  /** The end of use, some days before the deletion (S1.2, LOCK_THEN_DELETE). */
  record Lock(LocalDate deletedOn) implements TrialStep {}

  /** Account and data go (S1.2). */
  record Delete() implements TrialStep {}
}
