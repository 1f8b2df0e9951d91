package org.kontor.domain.retention;

import java.time.LocalDate;

/** What a day brings to an account that is on its way out. */
public sealed interface CaseStep {

  /** The day of deletion as it stands now; it moves when a notice is late. */
  LocalDate deletesOn();

  /**
   * Nothing to do.
   *
   * @param undelivered a notice lies with the mail server: the deletion waits for it
   */
  record Wait(LocalDate deletesOn, boolean undelivered) implements CaseStep {}

  /** The next notice is to be sent; never before the one ahead of it was delivered. */
  record Tell(int daysLeft, LocalDate deletesOn) implements CaseStep {}

  /** Everybody was told in time, and the day has come. */
  record Delete(LocalDate deletesOn) implements CaseStep {}
}
