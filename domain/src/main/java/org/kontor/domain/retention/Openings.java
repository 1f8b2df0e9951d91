package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.subscription.TrialTimeline;

/** Whose days begin to count: which end an account without a case is on its way to. */
public final class Openings {

  private Openings() {}

  /**
   * The days from which an end can count.
   *
   * @param due of its oldest overdue invoice, or null
   * @param issued of the same
   */
  public record Dates(
      LocalDate trialLastDay,
      LocalDate stoppedOn,
      LocalDate endsOn,
      LocalDate due,
      LocalDate issued) {}

  /** The end that begins to count today, or empty. */
  public static Optional<Countdown> of(
      PolicyPack pack, LifeFacts facts, Dates dates, LocalDate today) {
    if (facts.held()) {
      return Optional.empty();
    }
    RetentionPolicy policy = pack.retention();
    return switch (facts.state()) {
      case TRIAL -> trial(pack, dates, today);
      case STOPPED -> stopped(policy, dates).or(() -> idle(policy, facts, today));
      case ACTIVE -> idle(policy, facts, today);
      case ENDED ->
          policy.afterCancellation() == null || dates.endsOn() == null
              ? Optional.empty()
              : Optional.of(Countdown.afterCancellation(policy.afterStop(), dates.endsOn()));
      case DELETED -> Optional.empty();
    };
  }

  /** A trial's case begins with its first notice. */
  private static Optional<Countdown> trial(PolicyPack pack, Dates dates, LocalDate today) {
    Countdown trial = Countdown.trial(new TrialTimeline(dates.trialLastDay(), pack.trial()));
    int first = trial.noticeDays().stream().findFirst().orElse(0);
    return today.isBefore(trial.deletesOn().minusDays(first))
        ? Optional.empty()
        : Optional.of(trial);
  }

  /** S1.29; whoever was stopped for another reason than an unpaid invoice is kept. */
  private static Optional<Countdown> stopped(RetentionPolicy policy, Dates dates) {
    return policy.afterStop() == null || dates.due() == null
        ? Optional.empty()
        : Optional.of(
            Countdown.afterStop(
                policy.afterStop(), dates.stoppedOn(), dates.due(), dates.issued()));
  }

  private static Optional<Countdown> idle(
      RetentionPolicy policy, LifeFacts facts, LocalDate today) {
    return policy.inactivity() != null
            && new Idleness(policy.inactivity()).announceable(facts, today)
        ? Optional.of(Countdown.inactivity(policy.inactivity(), today))
        : Optional.empty();
  }
}
