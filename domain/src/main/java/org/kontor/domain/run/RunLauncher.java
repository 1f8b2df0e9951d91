package org.kontor.domain.run;

import java.time.LocalDate;

/** Starts runs for whoever may not see the jobs that carry them. */
public interface RunLauncher {

  /**
   * Starts the run, or finds the one that there is, and returns at once.
   *
   * @return id of the run
   */
  long start(String vendor, RunKind kind, LocalDate date, boolean dry);

  /** Goes on with a run that was approved or is to do its parked accounts again. */
  void resume(long runId);
}
