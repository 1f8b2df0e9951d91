package org.kontor.domain.retention;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kontor.domain.retention.Accounts.KABINET;
import static org.kontor.domain.retention.Accounts.day;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.kontor.domain.retention.LifeStep.What;
import org.kontor.domain.rules.Proves;

class CaseProgressTest {

  private static final LocalDate ANNOUNCED = day("2026-03-04");

  @Test
  @Proves({"S3.35", "S3.37", "S3.41", "S3.43"})
  void S3_35_golden_8_notice_reminders_deletion_and_purge_fall_on_their_days() {
    Countdown countdown = Countdown.inactivity(KABINET, ANNOUNCED);
    assertThat(CaseProgress.begin(countdown).future(ANNOUNCED))
        .containsExactly(
            new LifeStep(day("2026-03-04"), What.NOTICE, 10),
            new LifeStep(day("2026-03-11"), What.NOTICE, 3),
            new LifeStep(day("2026-03-13"), What.NOTICE, 1),
            new LifeStep(day("2026-03-14"), What.DELETED, 0),
            new LifeStep(day("2026-04-03"), What.LAST_DAY_TO_RESTORE, 0),
            new LifeStep(day("2026-04-04"), What.PURGED, 0));
  }

  @Test
  @Proves({"S3.35", "S3.37", "S3.41"})
  void S3_37_day_by_day_the_run_tells_waits_and_deletes() {
    List<String> log = run(ANNOUNCED, List.of(0, 0, 0), ANNOUNCED.plusDays(12));
    assertThat(log)
        .containsExactly(
            "2026-03-04 tell 10 for 2026-03-14",
            "2026-03-11 tell 3 for 2026-03-14",
            "2026-03-13 tell 1 for 2026-03-14",
            "2026-03-14 delete");
  }

  @Test
  void a_notice_that_the_mail_server_took_late_moves_the_deletion_and_what_follows() {
    assertThat(run(ANNOUNCED, List.of(2, 0, 0), ANNOUNCED.plusDays(20)))
        .containsExactly(
            "2026-03-04 tell 10 for 2026-03-14",
            "2026-03-13 tell 3 for 2026-03-16",
            "2026-03-15 tell 1 for 2026-03-16",
            "2026-03-16 delete");
    assertThat(run(ANNOUNCED, List.of(0, 5, 1), ANNOUNCED.plusDays(20)))
        .containsExactly(
            "2026-03-04 tell 10 for 2026-03-14",
            "2026-03-11 tell 3 for 2026-03-14",
            "2026-03-18 tell 1 for 2026-03-19",
            "2026-03-20 delete");
  }

  @Test
  void a_notice_that_is_never_taken_prevents_the_deletion() {
    assertThat(run(ANNOUNCED, List.of(0, 0, 9999), ANNOUNCED.plusYears(2)))
        .containsExactly(
            "2026-03-04 tell 10 for 2026-03-14",
            "2026-03-11 tell 3 for 2026-03-14",
            "2026-03-13 tell 1 for 2026-03-14");
    CaseProgress stuck =
        new CaseProgress(
            Countdown.inactivity(KABINET, ANNOUNCED), List.of(new Notice(10, ANNOUNCED, null)));
    assertThat(stuck.on(day("2026-03-20"))).isEqualTo(new CaseStep.Wait(day("2026-03-30"), true));
  }

  @Test
  void a_case_that_is_found_late_still_gives_everybody_all_days() {
    Countdown countdown =
        Countdown.afterStop(Accounts.PRIM, day("2026-03-12"), day("2026-03-11"), day("2026-03-01"));
    assertThat(CaseProgress.begin(countdown).on(day("2026-06-01")))
        .isEqualTo(new CaseStep.Tell(10, day("2026-06-11")));
  }

  /** However the mail behaves: three notices, each taken its days before the deletion. */
  @Test
  void in_random_histories_nothing_is_deleted_before_every_notice_had_its_days() {
    long seed = Long.getLong("kontor.seed", System.nanoTime() & 0xffffff);
    Random random = new Random(seed);
    for (int i = 0; i < 20_000; i++) {
      List<Integer> delays = List.of(random.nextInt(6), random.nextInt(6), random.nextInt(6));
      List<Notice> taken = new ArrayList<>();
      LocalDate deleted = play(ANNOUNCED, delays, ANNOUNCED.plusDays(60), new ArrayList<>(), taken);
      assertThat(taken).as("seed %d", seed).extracting(Notice::daysLeft).containsExactly(10, 3, 1);
      for (Notice notice : taken) {
        assertThat(notice.acceptedOn().plusDays(notice.daysLeft()))
            .as("seed %d, delays %s", seed, delays)
            .isBeforeOrEqualTo(deleted);
      }
    }
  }

  private static List<String> run(LocalDate from, List<Integer> delays, LocalDate until) {
    List<String> log = new ArrayList<>();
    play(from, delays, until, log, new ArrayList<>());
    return log;
  }

  /**
   * The nightly run, day by day.
   *
   * @param delays days that the mail server takes for each notice
   */
  private static LocalDate play(
      LocalDate from,
      List<Integer> delays,
      LocalDate until,
      List<String> log,
      List<Notice> notices) {
    Countdown countdown = Countdown.inactivity(KABINET, from);
    for (LocalDate day = from; day.isBefore(until); day = day.plusDays(1)) {
      CaseStep step = new CaseProgress(countdown, known(notices, day)).on(day);
      if (step instanceof CaseStep.Delete) {
        log.add(day + " delete");
        return day;
      }
      if (step instanceof CaseStep.Tell tell) {
        log.add(day + " tell " + tell.daysLeft() + " for " + tell.deletesOn());
        notices.add(new Notice(tell.daysLeft(), day, day.plusDays(delays.get(notices.size()))));
      }
    }
    return null;
  }

  /** What the run of that night's begin knows: mail that was taken by now. */
  private static List<Notice> known(List<Notice> notices, LocalDate today) {
    return notices.stream()
        .map(
            n ->
                n.acceptedOn().isAfter(today.minusDays(1))
                    ? new Notice(n.daysLeft(), n.toldOn(), null)
                    : n)
        .toList();
  }
}
