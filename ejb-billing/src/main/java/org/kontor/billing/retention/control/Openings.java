package org.kontor.billing.retention.control;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.retention.Idleness;
import org.kontor.domain.subscription.TrialTimeline;

/** Whose days begin to count: which end an account without a case is on its way to. */
final class Openings {

  private Openings() {}

  static Optional<Countdown> of(PolicyPack pack, Account account, LocalDate today) {
    if (account.facts().held()) {
      return Optional.empty();
    }
    RetentionPolicy policy = pack.retention();
    return switch (account.facts().state()) {
      case TRIAL -> trial(pack, account, today);
      case STOPPED -> stopped(policy, account).or(() -> idle(policy, account, today));
      case ACTIVE -> idle(policy, account, today);
      case ENDED ->
          policy.afterCancellation() == null || account.endsOn() == null
              ? Optional.empty()
              : Optional.of(Countdown.afterCancellation(policy.afterStop(), account.endsOn()));
      case DELETED -> Optional.empty();
    };
  }

  /** A trial's case begins with its first notice. */
  private static Optional<Countdown> trial(PolicyPack pack, Account account, LocalDate today) {
    Countdown trial = Countdown.trial(new TrialTimeline(account.trialLastDay(), pack.trial()));
    int first = trial.noticeDays().stream().findFirst().orElse(0);
    return today.isBefore(trial.deletesOn().minusDays(first))
        ? Optional.empty()
        : Optional.of(trial);
  }

  /** S1.29; whoever was stopped for another reason than an unpaid invoice is kept. */
  private static Optional<Countdown> stopped(RetentionPolicy policy, Account account) {
    return policy.afterStop() == null || account.due() == null
        ? Optional.empty()
        : Optional.of(
            Countdown.afterStop(
                policy.afterStop(), account.stoppedOn(), account.due(), account.issued()));
  }

  private static Optional<Countdown> idle(
      RetentionPolicy policy, Account account, LocalDate today) {
    return policy.inactivity() != null
            && new Idleness(policy.inactivity()).announceable(account.facts(), today)
        ? Optional.of(Countdown.inactivity(policy.inactivity(), today))
        : Optional.empty();
  }
}
