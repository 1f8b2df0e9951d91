package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.retention.Condition.What;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * Whether an end still stands: asked each night, and once more inside the transaction that deletes.
 */
public record Ending(CaseKind kind, RetentionPolicy policy, boolean anyTime) {

  /** What ends it, or empty while everything speaks for the deletion. */
  public Optional<EndedBy> ended(LifeFacts facts, LocalDate today) {
    if (facts.held()) {
      return Optional.of(EndedBy.HOLD);
    }
    return switch (kind) {
      case INACTIVITY ->
          policy.inactivity() == null
              ? Optional.of(EndedBy.REPLACED)
              : new Idleness(policy.inactivity()).ended(facts, today, anyTime);
      case AFTER_STOP -> {
        if (facts.state() != State.STOPPED) {
          yield Optional.of(EndedBy.REVIVED);
        }
        yield facts.overdue() ? Optional.empty() : Optional.of(EndedBy.MONEY);
      }
      case CANCELLATION -> unless(facts.state() == State.ENDED);
      case TRIAL_END -> unless(facts.state() == State.TRIAL);
      case TERMINATION -> unless(facts.state() != State.DELETED);
    };
  }

  /** A promise or a hold of access does not end it, but nothing is deleted while one is running. */
  public boolean postponed(LifeFacts facts) {
    return facts.promised();
  }

  /** What it depends on, for whoever asks what would stop it. */
  public List<Condition> conditions(LifeFacts facts, LocalDate today) {
    List<Condition> all = new ArrayList<>();
    switch (kind) {
      case INACTIVITY -> {
        if (policy.inactivity() != null) {
          all.addAll(new Idleness(policy.inactivity()).conditions(facts, today));
        }
      }
      case AFTER_STOP -> {
        all.add(is(What.STILL_STOPPED, facts.state() == State.STOPPED, "S1.30"));
        all.add(is(What.UNPAID, facts.overdue(), "S1.30"));
      }
      case CANCELLATION -> all.add(is(What.STILL_ENDED, facts.state() == State.ENDED, "S1.36"));
      case TRIAL_END -> all.add(is(What.STILL_TRIAL, facts.state() == State.TRIAL, "S1.4"));
      case TERMINATION -> all.add(is(What.STILL_ENDED, facts.state() != State.DELETED, "D.9"));
    }
    all.add(is(What.NO_PROMISE, !facts.promised(), ""));
    all.add(is(What.NOT_HELD, !facts.held(), ""));
    return all;
  }

  private static Condition is(What what, boolean holds, String rule) {
    return new Condition(what, holds, null, rule);
  }

  private static Optional<EndedBy> unless(boolean stands) {
    return stands ? Optional.empty() : Optional.of(EndedBy.REVIVED);
  }
}
