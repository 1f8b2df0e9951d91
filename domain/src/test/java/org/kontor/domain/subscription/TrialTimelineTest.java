package org.kontor.domain.subscription;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.policy.TrialPolicy.EndAction;
import org.kontor.domain.rules.Proves;

class TrialTimelineTest {

  private static final LocalDate FIRST = LocalDate.parse("2026-03-01");

  @Test
  @Proves("S1.1")
  void S1_1_the_trial_lasts_the_days_of_the_policy_the_first_one_included() {
    assertThat(timeline(EndAction.DELETE, 0).lastDay()).isEqualTo("2026-03-14");
    assertThatThrownBy(
            () ->
                TrialTimeline.startingOn(
                    FIRST, new TrialPolicy(0, EndAction.DELETE, 0, true, List.of())))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  @Proves("S1.2")
  void S1_2_on_the_day_after_the_last_one_it_is_deleted() {
    TrialTimeline trial = timeline(EndAction.DELETE, 0);

    assertThat(trial.on(LocalDate.parse("2026-03-14"), false))
        .isNotInstanceOf(TrialStep.Delete.class);
    assertThat(trial.on(LocalDate.parse("2026-03-15"), false)).isEqualTo(new TrialStep.Delete());
  }

  @Test
  @Proves("S1.2")
  void S1_2_the_other_reading_locks_first_and_deletes_later() {
    TrialTimeline trial = timeline(EndAction.LOCK_THEN_DELETE, 10);
    LocalDate deleted = LocalDate.parse("2026-03-25");

    assertThat(trial.on(LocalDate.parse("2026-03-15"), false))
        .isEqualTo(new TrialStep.Lock(deleted));
    assertThat(trial.on(LocalDate.parse("2026-03-16"), true)).isEqualTo(new TrialStep.Nothing());
    assertThat(trial.on(deleted, true)).isEqualTo(new TrialStep.Delete());
  }

  @Test
  @Proves("S1.3")
  void S1_3_no_day_of_a_trial_brings_a_conversion_or_a_charge() {
    TrialTimeline trial = timeline(EndAction.DELETE, 0);

    assertThat(FIRST.datesUntil(FIRST.plusDays(60)).map(day -> trial.on(day, false)).toList())
        .allSatisfy(
            step ->
                assertThat(step)
                    .isInstanceOfAny(
                        TrialStep.Nothing.class, TrialStep.Warn.class, TrialStep.Delete.class));
  }

  @Test
  @Proves("S1.4")
  void S1_4_after_the_deletion_there_is_nothing_to_convert() {
    TrialTimeline trial = timeline(EndAction.DELETE, 0);

    assertThat(trial.convertibleOn(LocalDate.parse("2026-03-14"))).isTrue();
    assertThat(trial.convertibleOn(LocalDate.parse("2026-03-15"))).isFalse();
    assertThat(
            timeline(EndAction.LOCK_THEN_DELETE, 10).convertibleOn(LocalDate.parse("2026-03-24")))
        .as("while it is locked its data is still there")
        .isTrue();
  }

  @Test
  @Proves("S1.6")
  void S1_6_notices_are_counted_back_from_the_deletion() {
    TrialTimeline trial = timeline(EndAction.DELETE, 0);

    assertThat(trial.warnedOn())
        .containsExactly(
            LocalDate.parse("2026-03-08"),
            LocalDate.parse("2026-03-12"),
            LocalDate.parse("2026-03-14"));
    assertThat(trial.on(LocalDate.parse("2026-03-08"), false))
        .isEqualTo(new TrialStep.Warn(7, LocalDate.parse("2026-03-15")));
    assertThat(trial.on(LocalDate.parse("2026-03-09"), false)).isEqualTo(new TrialStep.Nothing());
  }

  private static TrialTimeline timeline(EndAction action, int lockDays) {
    return TrialTimeline.startingOn(
        FIRST, new TrialPolicy(14, action, lockDays, true, List.of(7, 3, 1)));
  }
}
