package org.kontor.domain.run;

import java.time.Instant;
import java.util.Optional;

/**
 * What ends at a moment of its own and not with a night: it is told then, and in simulation in the
 * order of the moments between the runs.
 */
public interface DueMoments {

  /** The first moment up to then at which something ends; empty when there is none. */
  Optional<Instant> next(Instant upTo);

  /** Ends what has come to its end by then. */
  void end(Instant upTo);
}
