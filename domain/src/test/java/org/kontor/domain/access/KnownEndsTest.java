package org.kontor.domain.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.problem.Refused;

/** What is known of the future already: ends, versions of the policy, and days nobody knows. */
class KnownEndsTest {

  private static final String ZONE = "Europe/Bucharest";
  private static final List<Effect> ALL = List.of(Effect.FULL, Effect.FULL, Effect.FULL);
  private static final List<Effect> NOBODY =
      List.of(Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED);

  @Test
  void the_end_of_a_trial_is_told_before_it_comes_and_so_is_the_deletion_after_it() {
    Asked trial =
        Asked.of(Ladders.s1(), ZONE)
            .ending(Standing.TRIAL_OVER, "2026-03-05T00:00")
            .ending(Standing.CLOSED, "2026-03-15T00:00");
    AccessDecision lastDay = trial.at("2026-03-04T12:00", Role.STAFF);
    assertThat(lastDay.allowed().effect()).isEqualTo(Effect.FULL);
    assertThat(lastDay.until()).isEqualTo(trial.moment("2026-03-05T00:00"));
    assertThat(lastDay.next().effect()).isEqualTo(Effect.BLOCKED);
    assertThat(cause(trial, "2026-03-05T00:00")).isEqualTo(Cause.TRIAL_OVER);
    assertThat(cause(trial, "2026-03-15T00:00")).isEqualTo(Cause.CLOSED);
  }

  @Test
  void who_is_stopped_loses_the_page_to_pay_on_the_day_of_the_deletion() {
    Asked stopped =
        Asked.of(Ladders.s1(), ZONE)
            .overdue("2026-03-11", "301.29")
            .ending(Standing.CLOSED, "2026-05-12T00:00");
    AccessDecision blocked = stopped.at("2026-04-01T12:00", Role.MAIN_ADMINISTRATOR);
    assertThat(blocked.allowed().paymentPage()).isTrue();
    assertThat(blocked.until()).isEqualTo(stopped.moment("2026-05-12T00:00"));
    assertThat(blocked.next().paymentPage()).isFalse();
    assertThat(cause(stopped, "2026-05-20T00:00")).isEqualTo(Cause.CLOSED);
    assertThat(stopped.at("2026-04-01T12:00", Role.STAFF).until())
        .as("nothing changes for staff")
        .isNull();
  }

  @Test
  void an_end_before_the_debt_begins_to_count_leaves_the_days_until_it_as_they_are() {
    Asked cancelled =
        Asked.of(Ladders.s1(), ZONE)
            .overdue("2026-03-11", "301.29")
            .ending(Standing.CLOSED, "2026-03-08T00:00");
    assertThat(cancelled.effects("2026-03-07T23:59")).isEqualTo(ALL);
    assertThat(cancelled.effects("2026-03-08T00:00")).isEqualTo(NOBODY);
    assertThat(cause(cancelled, "2026-03-12T00:00")).isEqualTo(Cause.CLOSED);
  }

  @Test
  void the_end_of_a_time_for_taking_data_out_is_a_change() {
    Asked leaving =
        Asked.of(Ladders.s1(), ZONE)
            .ending(Standing.CLOSED, "2026-04-01T00:00")
            .exportUntil("2026-05-01T00:00");
    AccessDecision served = leaving.at("2026-03-10T12:00", Role.STAFF);
    assertThat(served.until()).isEqualTo(leaving.moment("2026-04-01T00:00"));
    assertThat(served.next().export()).isTrue();
    AccessDecision taking = leaving.at("2026-04-10T12:00", Role.STAFF);
    assertThat(taking.until()).isEqualTo(leaving.moment("2026-05-01T00:00"));
    assertThat(taking.next().export()).isFalse();
  }

  @Test
  void a_version_of_the_policy_decides_from_its_day_on_and_not_before() {
    Asked first = Asked.of(Ladders.s1(), ZONE).overdue("2026-03-11", "301.29");
    Asked later =
        Asked.of(Ladders.s1().stages(blockedFrom(5)).paymentPage(false), ZONE)
            .overdue("2026-03-11", "301.29");
    Instant change = first.moment("2026-03-05T00:00");
    String asked = "2026-03-02T12:00";
    AccessSchedule both = first.schedule(asked).then(change, later.schedule(asked));
    AccessDecision before = both.decide(Role.MAIN_ADMINISTRATOR, first.moment(asked));
    assertThat(before.until()).isEqualTo(first.moment("2026-03-16T00:00"));
    assertThat(before.next().paymentPage()).as("the later version closes it").isFalse();
    assertThat(both.at(first.moment("2026-03-15T23:59")).stage().blocks()).isFalse();

    Instant late = first.moment("2026-03-14T00:00");
    AccessSchedule given = first.schedule(asked).then(late, later.schedule(asked));
    assertThat(given.at(first.moment("2026-03-13T12:00")).stage().blocks()).isTrue();
    assertThat(given.at(first.moment("2026-03-14T00:00")).stage().blocks()).isFalse();
    assertThat(given.at(first.moment("2026-03-16T00:00")).stage().blocks()).isTrue();
  }

  @Test
  void who_is_never_restricted_needs_no_calendar() {
    Asked unknown = Asked.of(Ladders.s2(), "Europe/Moscow").owing("2031-01-03", "-1.00");
    AccessDecision main = main(unknown);
    assertThat(main.allowed().effect()).isEqualTo(Effect.FULL);
    assertThat(main.because().cause()).isEqualTo(Cause.NEGATIVE_BALANCE);
    assertThatThrownBy(() -> unknown.scheduleFor("2031-01-03T12:00", Role.STAFF))
        .isInstanceOf(Refused.class);
  }

  private static AccessDecision main(Asked asked) {
    return asked
        .scheduleFor("2031-01-03T12:00", Role.MAIN_ADMINISTRATOR)
        .decide(Role.MAIN_ADMINISTRATOR, asked.moment("2031-01-03T12:00"));
  }

  private static Cause cause(Asked asked, String local) {
    return asked.at(local, Role.STAFF).because().cause();
  }

  private static AccessStage blockedFrom(int day) {
    return new AccessStage(
        day, Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED, false, true, true, List.of("S1.28"));
  }
}
