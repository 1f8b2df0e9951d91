package org.kontor.domain.run;

import java.time.Instant;

/**
 * Is called after each run that fell due and at the end, while a simulated clock is moved: what
 * belongs to a simulated day is done on that day, and who moved the clock gets the answer when it
 * is done. In production nobody calls it, so that nothing slows a run.
 */
public interface AfterWork {

  /** Somebody begins to move the clock: what {@link #after} may spend on it counts from here. */
  void begin();

  /** Must not throw for what can be done later as well. */
  void after(Instant now);
}
