package org.kontor.domain.subscription;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.policy.TrialPolicy.EndAction;

/**
 * The days of one trial. It ends by deletion, at once or after a lock (S1.2); it never becomes a
 * paid subscription by itself, so no step here bills anything (S1.3).
 *
 * @param lastDay last day of use
 */
public record TrialTimeline(LocalDate lastDay, TrialPolicy policy) {

  /**
   * @param startedOn first day of the trial, which counts (S1.1)
   */
  public static TrialTimeline startingOn(LocalDate startedOn, TrialPolicy policy) {
    if (policy.days() < 1) {
      throw new IllegalArgumentException("no trial is offered");
    }
    return new TrialTimeline(startedOn.plusDays(policy.days() - 1L), policy);
  }

  /** The day on which the data goes: the day after the last one, later by the days of a lock. */
  public LocalDate deletedOn() {
    LocalDate over = lastDay.plusDays(1);
    return policy.endAction() == EndAction.DELETE ? over : over.plusDays(policy.lockDays());
  }

  /** The days on which a notice is sent, counted back from the deletion (S1.6). */
  public List<LocalDate> warnedOn() {
    return policy.warnDays().stream().map(days -> deletedOn().minusDays(days)).sorted().toList();
  }

  /**
   * A trial can be converted as long as there is something to convert: up to and on its last day,
   * and where it is locked first, until the deletion (S1.4).
   */
  public boolean convertibleOn(LocalDate day) {
    return day.isBefore(deletedOn());
  }

  /**
   * What falls due on a day.
   *
   * @param locked whether the lock is already in place
   */
  public TrialStep on(LocalDate day, boolean locked) {
    if (!day.isBefore(deletedOn())) {
      return new TrialStep.Delete();
    }
    if (day.isAfter(lastDay) && !locked) {
      return new TrialStep.Lock(deletedOn());
    }
    int left = Math.toIntExact(ChronoUnit.DAYS.between(day, deletedOn()));
    return policy.warnDays().contains(left)
        ? new TrialStep.Warn(left, deletedOn())
        : new TrialStep.Nothing();
  }
}
