package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.policy.AccessStage;

/**
 * From a moment on, a stage.
 *
 * @param from first moment; {@link Instant#MIN} when it has always been so
 * @param no rung of the ladder, from 1; 0 = none reached or all of them spared
 * @param skippedDays days off that put this moment off
 */
public record Step(
    Instant from, int no, AccessStage stage, Because because, List<LocalDate> skippedDays) {

  public Step {
    skippedDays = List.copyOf(skippedDays);
  }

  boolean sameAs(Step other) {
    return no == other.no
        && stage.equals(other.stage)
        && because.cause() == other.because.cause()
        && because.subject().equals(other.because.subject());
  }
}
