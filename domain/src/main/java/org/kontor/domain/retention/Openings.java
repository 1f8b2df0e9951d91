package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.Optional;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.FullBlock;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.policy.RetentionPolicy.AfterStop;
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
      case STOPPED -> stopped(pack, dates, today).or(() -> idle(policy, facts, today));
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

  /**
   * S1.29; whoever was stopped for another reason than an unpaid invoice is kept. Where staff
   * stopped it before, it counts from the day on which the invoice would have.
   */
  private static Optional<Countdown> stopped(PolicyPack pack, Dates dates, LocalDate today) {
    AfterStop policy = pack.retention().afterStop();
    if (policy == null || dates.due() == null) {
      return Optional.empty();
    }
    LocalDate unpaid = stopsOn(pack.access(), dates.due());
    LocalDate stop = unpaid.isAfter(dates.stoppedOn()) ? unpaid : dates.stoppedOn();
    return stop.isAfter(today)
        ? Optional.empty()
        : Optional.of(Countdown.afterStop(policy, stop, dates.due(), dates.issued()));
  }

  /** The day on which an invoice of that due day stops the service, days off left aside (S1.28). */
  private static LocalDate stopsOn(AccessPolicy access, LocalDate due) {
    return access.stages().stream()
        .filter(AccessStage::stopsService)
        .findFirst()
        .filter(stage -> access.trigger() == Trigger.OVERDUE_INVOICE)
        .map(
            stage -> {
              boolean afterTheDay = stage.blocks() && access.fullBlock() == FullBlock.END_OF_DAY;
              return due.plusDays(stage.from() + (afterTheDay ? 1L : 0L));
            })
        .orElse(due);
  }

  private static Optional<Countdown> idle(
      RetentionPolicy policy, LifeFacts facts, LocalDate today) {
    return policy.inactivity() != null
            && new Idleness(policy.inactivity()).announceable(facts, today)
        ? Optional.of(Countdown.inactivity(policy.inactivity(), today))
        : Optional.empty();
  }
}
