package org.kontor.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.retention.Accounts.day;
import static org.kontor.domain.retention.Accounts.facts;

import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

class EndingTest {

  private static final LocalDate TODAY = day("2026-05-12");

  @Test
  @Proves("S1.30")
  void S1_30_after_a_stop_it_ends_with_the_arrears_or_with_the_stop() {
    assertThat(ended(CaseKind.AFTER_STOP, stopped(true))).isEmpty();
    assertThat(ended(CaseKind.AFTER_STOP, stopped(false))).contains(EndedBy.MONEY);
    assertThat(ended(CaseKind.AFTER_STOP, in(State.ACTIVE))).contains(EndedBy.REVIVED);
  }

  @Test
  @Proves("S1.4")
  void S1_4_a_trial_that_was_converted_is_not_deleted() {
    assertThat(ended(CaseKind.TRIAL_END, in(State.TRIAL))).isEmpty();
    assertThat(ended(CaseKind.TRIAL_END, in(State.ACTIVE))).contains(EndedBy.REVIVED);
  }

  @Test
  void a_cancellation_stands_while_the_subscription_is_over_S1_36() {
    assertThat(ended(CaseKind.CANCELLATION, in(State.ENDED))).isEmpty();
    assertThat(ended(CaseKind.CANCELLATION, in(State.ACTIVE))).contains(EndedBy.REVIVED);
  }

  @Test
  void a_hold_ends_every_kind_and_a_promise_postpones_it() {
    for (CaseKind kind : CaseKind.values()) {
      LifeFacts held = facts(State.STOPPED, null, "0.00", true, true, null);
      assertThat(ended(kind, held)).as("%s", kind).contains(EndedBy.HOLD);
    }
    LifeFacts promised =
        new LifeFacts(State.STOPPED, TODAY, null, Accounts.usd("0.00"), true, true, false, null);
    assertThat(new Ending(CaseKind.AFTER_STOP, Accounts.policy(), false).postponed(promised))
        .isTrue();
  }

  @Test
  void every_kind_says_what_would_stop_it() {
    for (CaseKind kind : CaseKind.values()) {
      assertThat(new Ending(kind, Accounts.policy(), false).conditions(stopped(true), TODAY))
          .as("%s", kind)
          .extracting(Condition::what)
          .contains(Condition.What.NOT_HELD, Condition.What.NO_PROMISE);
    }
  }

  private static Optional<EndedBy> ended(CaseKind kind, LifeFacts facts) {
    return new Ending(kind, Accounts.policy(), false).ended(facts, TODAY);
  }

  private static LifeFacts stopped(boolean overdue) {
    return facts(State.STOPPED, null, "0.00", overdue, false, null);
  }

  private static LifeFacts in(State state) {
    return facts(state, null, "0.00", false, false, null);
  }
}
