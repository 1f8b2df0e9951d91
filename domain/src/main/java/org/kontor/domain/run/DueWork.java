package org.kontor.domain.run;

import java.time.Instant;

/** Does everything that falls due up to a moment, in order, and returns when it is done. */
public interface DueWork {

  /**
   * @param upTo inclusive; business clock
   */
  void runAllDue(Instant upTo);
}
