package org.kontor.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.retention.Accounts.PRIM;
import static org.kontor.domain.retention.Accounts.day;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.kontor.domain.policy.RetentionPolicy.AfterStop;
import org.kontor.domain.policy.RetentionPolicy.LegalTerm;
import org.kontor.domain.policy.RetentionPolicy.Start;
import org.kontor.domain.policy.RetentionPolicy.Termination;
import org.kontor.domain.policy.TrialPolicy;
import org.kontor.domain.policy.TrialPolicy.EndAction;
import org.kontor.domain.retention.LifeStep.What;
import org.kontor.domain.rules.Proves;
import org.kontor.domain.subscription.TrialTimeline;

class CountdownTest {

  private static final LocalDate STOP = day("2026-03-12");

  @Test
  @Proves("S1.29")
  void S1_29_the_data_is_kept_for_two_calendar_months_from_the_stop() {
    assertThat(stopped(Start.STOP, STOP).deletesOn()).isEqualTo("2026-05-12");
  }

  @Test
  @Proves("S1.29")
  void S1_29_the_other_readings_count_from_the_due_day_or_from_the_issue() {
    assertThat(stopped(Start.DUE, STOP).deletesOn()).isEqualTo("2026-05-11");
    assertThat(stopped(Start.ISSUE, STOP).deletesOn()).isEqualTo("2026-05-01");
  }

  @Test
  @Proves("S1.29")
  void S1_29_two_months_end_on_the_last_day_of_a_shorter_month() {
    assertThat(stopped(Start.STOP, day("2025-12-31")).deletesOn()).isEqualTo("2026-02-28");
    assertThat(stopped(Start.STOP, day("2027-12-30")).deletesOn()).isEqualTo("2028-02-29");
    assertThat(stopped(Start.STOP, day("2026-06-30")).deletesOn())
        .as("August has a 30th, its 31st is not taken")
        .isEqualTo("2026-08-30");
  }

  @Test
  @Proves({"S1.31", "S1.32"})
  void S1_31_closing_and_deleting_are_two_effects_of_that_day() {
    List<LifeStep> both = CaseProgress.begin(stopped(Start.STOP, STOP)).future(STOP);
    assertThat(both)
        .containsExactly(
            new LifeStep(day("2026-05-02"), What.NOTICE, 10),
            new LifeStep(day("2026-05-09"), What.NOTICE, 3),
            new LifeStep(day("2026-05-11"), What.NOTICE, 1),
            new LifeStep(day("2026-05-12"), What.CLOSED, 0),
            new LifeStep(day("2026-05-12"), What.DELETED, 0),
            new LifeStep(day("2026-05-12"), What.PURGED, 0));

    AfterStop closing = new AfterStop(2, Start.STOP, true, false, List.of(10), 0);
    assertThat(whats(Countdown.afterStop(closing, STOP, STOP, STOP)))
        .containsExactly(What.NOTICE, What.CLOSED);
    AfterStop deleting = new AfterStop(2, Start.STOP, false, true, List.of(10), 5);
    assertThat(whats(Countdown.afterStop(deleting, STOP, STOP, STOP)))
        .containsExactly(What.NOTICE, What.DELETED, What.LAST_DAY_TO_RESTORE, What.PURGED);
  }

  @Test
  void a_cancelled_subscription_is_kept_from_the_day_after_its_last_one_S1_36() {
    Countdown cancelled = Countdown.afterCancellation(PRIM, day("2026-03-31"));
    assertThat(cancelled.from()).isEqualTo("2026-04-01");
    assertThat(cancelled.deletesOn()).isEqualTo("2026-06-01");
    assertThat(cancelled.closes()).isTrue();
  }

  @Test
  void who_moves_to_another_provider_has_notice_transition_and_thirty_days_of_retrieval() {
    Termination policy = new Termination(30, 30, 30, List.of(10, 3, 1));
    assertThat(Countdown.serviceEnds(policy, day("2026-03-01"))).isEqualTo("2026-04-30");
    Countdown moving = Countdown.termination(policy, day("2026-03-01"));
    assertThat(moving.deletesOn())
        .as("the 30th day of retrieval, 30 May, is still there")
        .isEqualTo("2026-05-31");
  }

  @Test
  @Proves({"S1.2", "S1.6"})
  void S1_6_a_trial_is_announced_on_its_days_and_gone_the_day_after_its_last_one() {
    TrialTimeline trial =
        TrialTimeline.startingOn(
            day("2026-03-01"), new TrialPolicy(14, EndAction.DELETE, 0, true, List.of(1, 3, 7)));
    assertThat(CaseProgress.begin(Countdown.trial(trial)).future(day("2026-03-01")))
        .containsExactly(
            new LifeStep(day("2026-03-08"), What.NOTICE, 7),
            new LifeStep(day("2026-03-12"), What.NOTICE, 3),
            new LifeStep(day("2026-03-14"), What.NOTICE, 1),
            new LifeStep(day("2026-03-15"), What.DELETED, 0),
            new LifeStep(day("2026-03-15"), What.PURGED, 0));
  }

  @Test
  void documents_keep_their_buyer_for_the_term_of_the_sellers_country() {
    LocalDate document = day("2026-03-01");
    assertThat(new LegalTerm(5, 0, LegalTerm.From.JULY_AFTER_YEAR).lastDay(document))
        .as("Romania")
        .isEqualTo("2032-06-30");
    assertThat(new LegalTerm(6, 0, LegalTerm.From.END_OF_YEAR).lastDay(document))
        .as("Spain")
        .isEqualTo("2032-12-31");
    assertThat(new LegalTerm(0, 1095, LegalTerm.From.END_OF_YEAR).lastDay(document))
        .as("Ukraine")
        .isEqualTo("2029-12-30");
    assertThat(new LegalTerm(0, 10, LegalTerm.From.DOCUMENT).lastDay(document))
        .isEqualTo("2026-03-11");
  }

  private static Countdown stopped(Start start, LocalDate stop) {
    return Countdown.afterStop(
        Accounts.afterStop(start), stop, stop.minusDays(1), stop.minusDays(11));
  }

  private static List<What> whats(Countdown countdown) {
    return CaseProgress.begin(countdown).future(STOP).stream().map(LifeStep::what).toList();
  }
}
