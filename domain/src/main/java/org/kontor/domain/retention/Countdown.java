package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.policy.RetentionPolicy.AfterStop;
import org.kontor.domain.policy.RetentionPolicy.Inactivity;
import org.kontor.domain.policy.RetentionPolicy.Termination;
import org.kontor.domain.subscription.TrialTimeline;

/**
 * What a policy says about one account's end, before anybody was told.
 *
 * @param from day from which it counts
 * @param deletesOn the day at whose begin the data goes, if every notice is delivered in time
 * @param noticeDays days before the deletion on which it is announced, descending
 * @param restoreDays days, the day of deletion not counted, in which it can be undone
 * @param closes the account is closed (S1.31)
 * @param erases its data is deleted (S1.32)
 */
public record Countdown(
    CaseKind kind,
    LocalDate from,
    LocalDate deletesOn,
    List<Integer> noticeDays,
    int restoreDays,
    boolean closes,
    boolean erases) {

  public Countdown {
    noticeDays = List.copyOf(noticeDays);
  }

  /**
   * Calendar months from the stop, the due day or the issue (S1.29); where the last month has no
   * such day, its last one.
   *
   * @param due of the oldest unpaid invoice
   * @param issued of the same
   */
  public static Countdown afterStop(
      AfterStop policy, LocalDate stoppedOn, LocalDate due, LocalDate issued) {
    LocalDate from =
        switch (policy.start()) {
          case STOP -> stoppedOn;
          case DUE -> due;
          case ISSUE -> issued;
        };
    return months(CaseKind.AFTER_STOP, policy, from);
  }

  /** A cancelled subscription is treated as one that was stopped after its last day (S1.36). */
  public static Countdown afterCancellation(AfterStop policy, LocalDate lastDay) {
    return months(CaseKind.CANCELLATION, policy, lastDay.plusDays(1));
  }

  private static Countdown months(CaseKind kind, AfterStop policy, LocalDate from) {
    return new Countdown(
        kind,
        from,
        from.plusMonths(policy.months()),
        policy.noticeDays(),
        policy.restoreDays(),
        policy.closesAccount(),
        policy.erasesData());
  }

  /** Announced on a day, deleted when the longest notice is over (S3.35, S3.41). */
  public static Countdown inactivity(Inactivity policy, LocalDate announcedOn) {
    int notice = policy.noticeDays().stream().mapToInt(Integer::intValue).max().orElse(0);
    return new Countdown(
        CaseKind.INACTIVITY,
        announcedOn,
        announcedOn.plusDays(notice),
        policy.noticeDays(),
        policy.restoreDays(),
        false,
        true);
  }

  /** The service goes on through notice and transition, the export through the retrieval (D.9). */
  public static Countdown termination(Termination policy, LocalDate requestedOn) {
    return new Countdown(
        CaseKind.TERMINATION,
        requestedOn,
        serviceEnds(policy, requestedOn).plusDays(policy.retrievalDays() + 1L),
        policy.noticeDays(),
        0,
        true,
        true);
  }

  /** Last day of service of somebody who moves to another provider. */
  public static LocalDate serviceEnds(Termination policy, LocalDate requestedOn) {
    return requestedOn.plusDays((long) policy.noticePeriodDays() + policy.transitionDays());
  }

  /** A trial has no time of grace after its deletion (S1.2). */
  public static Countdown trial(TrialTimeline trial) {
    return new Countdown(
        CaseKind.TRIAL_END,
        trial.lastDay(),
        trial.deletedOn(),
        trial.policy().warnDays().stream().sorted((a, b) -> b - a).toList(),
        0,
        false,
        true);
  }

  /**
   * When what was deleted on a day is purged: at the begin of the day after the last one on which
   * it can be restored (S3.43), at once where it cannot be.
   */
  public LocalDate purgedOn(LocalDate deletedOn) {
    return restoreDays == 0 ? deletedOn : deletedOn.plusDays(restoreDays + 1L);
  }
}
