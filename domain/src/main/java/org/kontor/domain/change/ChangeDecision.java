package org.kontor.domain.change;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.UnmetLimit;

/** What becomes of a change that was asked for (S1.10–S1.17). */
public sealed interface ChangeDecision {

  /** Whether a step gives more or takes away; what takes away may have to wait and is checked. */
  enum Direction {
    UPGRADE,
    DOWNGRADE
  }

  /**
   * A part of the change that happens on one day.
   *
   * @param change what it changes, in absolute quantities
   * @param terms what is in force from that day on, as seen today
   */
  record Step(Direction direction, LocalDate effectiveOn, ChangeRequest change, Terms terms) {}

  /**
   * The change is taken: a part at once, a part on the effective date, or both (S1.11).
   *
   * @param before the terms as they were
   * @param replacesWaiting what waited until now does so no longer: it is part of {@code later}, or
   *     gone
   */
  record Accepted(Terms before, Optional<Step> now, Optional<Step> later, boolean replacesWaiting)
      implements ChangeDecision {

    /** The terms once everything has happened. */
    public Terms after() {
      return later.or(() -> now).map(Step::terms).orElse(before);
    }
  }

  /** Nothing of it happens. */
  sealed interface Refused extends ChangeDecision {}

  /** Usage is above limits of the target; every one of them is listed (S1.14, S1.15). */
  record LimitsNotMet(List<UnmetLimit> unmet) implements Refused {
    public LimitsNotMet {
      unmet = List.copyOf(unmet);
    }
  }

  record UnknownPlan(String code) implements Refused {}

  record UnknownComponent(String code, String plan) implements Refused {}

  /** Negative, or more than one of a switch. */
  record BadQuantity(String code, long quantity, long highest) implements Refused {}

  /** The target is what is in force, or waiting, already. */
  record NoChange() implements Refused {}

  /** Stopped, ended, deleted, or cancelled. */
  record WrongState(State state, boolean ending) implements Refused {}

  /** A plan of the own installation, for a tenant that has none (S1.19). */
  record OtherDeployment(String plan) implements Refused {}

  /** A plan that is billed in another rhythm is another subscription. */
  record OtherTiming(String plan, Timing timing) implements Refused {}
}
