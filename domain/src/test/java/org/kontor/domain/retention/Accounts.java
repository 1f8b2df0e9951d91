package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.RetentionPolicy;
import org.kontor.domain.policy.RetentionPolicy.AfterCancellation;
import org.kontor.domain.policy.RetentionPolicy.AfterStop;
import org.kontor.domain.policy.RetentionPolicy.CancelledBy;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.policy.RetentionPolicy.Start;
import org.kontor.domain.policy.RetentionPolicy.Termination;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** Policies and accounts as the stories of S1 and S3 have them. */
final class Accounts {

  static final AfterStop PRIM = afterStop(Start.STOP);
  static final Inactivity KABINET =
      inactivity(true, Set.of(CancelledBy.BUTTON, CancelledBy.TOP_UP));

  private Accounts() {}

  static AfterStop afterStop(Start start) {
    return new AfterStop(2, start, true, true, List.of(1, 10, 3), 0);
  }

  static Inactivity inactivity(boolean all, Set<CancelledBy> cancelledBy) {
    return inactivity(all, cancelledBy, true, false);
  }

  static Inactivity inactivity(
      boolean all, Set<CancelledBy> cancelledBy, boolean zeroIsNoFunds, boolean restoreByPause) {
    return new Inactivity(
        40,
        30,
        zeroIsNoFunds,
        all,
        false,
        List.of(10, 3, 1),
        true,
        cancelledBy,
        Set.of("MAIN_ADMINISTRATOR", "ADMINISTRATOR"),
        30,
        20,
        restoreByPause,
        false,
        true);
  }

  static RetentionPolicy policy() {
    return new RetentionPolicy(
        PRIM,
        new AfterCancellation(false),
        false,
        KABINET,
        new Termination(30, 30, 30, List.of(10, 3, 1)),
        RetentionPolicy.NONE.deletions(),
        RetentionPolicy.NONE.legalTerm());
  }

  /** Golden scenario 8: created on 1 January, last seen on 1 February. */
  static LifeFacts idle(String balance) {
    return facts(State.ACTIVE, "2026-02-01", balance, false, false, null);
  }

  static LifeFacts facts(
      State state, String lastLogin, String balance, boolean overdue, boolean held, String quiet) {
    return new LifeFacts(
        state,
        day("2026-01-01"),
        lastLogin == null ? null : day(lastLogin),
        usd(balance),
        overdue,
        false,
        held,
        quiet == null ? null : day(quiet));
  }

  static Money usd(String amount) {
    return Money.of(amount, "USD");
  }

  static LocalDate day(String text) {
    return LocalDate.parse(text);
  }
}
