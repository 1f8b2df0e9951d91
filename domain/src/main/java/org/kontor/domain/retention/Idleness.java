package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.retention.Condition.What;

/** Who neither uses nor pays (S3.29–S3.34), and what ends the deletion of it (S3.36, S3.40). */
public record Idleness(Inactivity policy) {

  /** The three conditions, and what staff or an earlier cancellation put against a new notice. */
  public List<Condition> conditions(LifeFacts facts, LocalDate today) {
    LocalDate old = facts.createdOn().plusDays(policy.olderThanDays() + 1L);
    LocalDate idle = lastSeen(facts).plusDays(policy.withoutLoginDays() + 1L);
    return List.of(
        new Condition(What.OLD_ENOUGH, !today.isBefore(old), old, "S3.30"),
        new Condition(What.NOBODY_LOGGED_IN, !today.isBefore(idle), idle, "S3.31"),
        new Condition(What.NO_FUNDS, noFunds(facts), null, "S3.32"));
  }

  /** Whether the deletion may be announced today. */
  public boolean announceable(LifeFacts facts, LocalDate today) {
    return !facts.held() && !facts.promised() && !quiet(facts, today) && met(facts, today);
  }

  /** S3.33: all three together; the other reading asks for one of them. */
  public boolean met(LifeFacts facts, LocalDate today) {
    List<Condition> three = conditions(facts, today);
    return policy.all()
        ? three.stream().allMatch(Condition::holds)
        : three.stream().anyMatch(Condition::holds);
  }

  /**
   * What ends a deletion that was announced, or empty while it stands. A log-in does not, unless
   * the policy says so (S3.40); money does as soon as there is some.
   *
   * @param anyTime staff began it without the conditions: then only a person or a hold ends it
   */
  public Optional<EndedBy> ended(LifeFacts facts, LocalDate today, boolean anyTime) {
    if (facts.held()) {
      return Optional.of(EndedBy.HOLD);
    }
    if (anyTime) {
      return Optional.empty();
    }
    if (policy.cancelledBy().contains(CancelledBy.TOP_UP) && !noFunds(facts)) {
      return Optional.of(EndedBy.MONEY);
    }
    boolean seen = today.isBefore(lastSeen(facts).plusDays(policy.withoutLoginDays() + 1L));
    if (policy.cancelledBy().contains(CancelledBy.LOGIN) && seen) {
      return Optional.of(EndedBy.LOGIN);
    }
    return Optional.empty();
  }

  /** First day on which it could be announced if nothing else happens and no money comes. */
  public LocalDate earliestNotice(LifeFacts facts) {
    LocalDate old = facts.createdOn().plusDays(policy.olderThanDays() + 1L);
    LocalDate idle = lastSeen(facts).plusDays(policy.withoutLoginDays() + 1L);
    LocalDate both = policy.all() == old.isAfter(idle) ? old : idle;
    LocalDate quiet = facts.quietUntil();
    return quiet != null && !both.isAfter(quiet) ? quiet.plusDays(1) : both;
  }

  private boolean noFunds(LifeFacts facts) {
    return policy.zeroIsNoFunds() ? !facts.balance().isPositive() : facts.balance().isNegative();
  }

  private static boolean quiet(LifeFacts facts, LocalDate today) {
    return facts.quietUntil() != null && !today.isAfter(facts.quietUntil());
  }

  /** Whoever never logged in was last seen when it was created. */
  private static LocalDate lastSeen(LifeFacts facts) {
    return facts.lastLogin() == null ? facts.createdOn() : facts.lastLogin();
  }
}
