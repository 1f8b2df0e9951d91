package org.kontor.domain.retention;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How far an account's end has come. Each notice gives the customer its days, counted from the day
 * on which the mail server took it: one that is late moves the deletion, one that was never taken
 * prevents it. Dates never move forward in time.
 *
 * @param notices that were handed to the mail
 */
public record CaseProgress(Countdown countdown, List<Notice> notices) {

  public CaseProgress {
    notices = List.copyOf(notices);
  }

  /** Nobody was told yet. */
  public static CaseProgress begin(Countdown countdown) {
    return new CaseProgress(countdown, List.of());
  }

  /** The day at whose begin the data goes, if what is not delivered yet is delivered today. */
  public LocalDate deletesOn(LocalDate today) {
    LocalDate deletion = countdown.deletesOn();
    for (int daysLeft : countdown.noticeDays()) {
      deletion = later(deletion, taken(daysLeft, deletion, today).plusDays(daysLeft));
    }
    return deletion;
  }

  /** What is to be done at the begin of a day. */
  public CaseStep on(LocalDate today) {
    LocalDate deletion = deletesOn(today);
    for (int daysLeft : countdown.noticeDays()) {
      Optional<Notice> told = told(daysLeft);
      if (told.isEmpty()) {
        return deletion.minusDays(daysLeft).isAfter(today)
            ? new CaseStep.Wait(deletion, false)
            : new CaseStep.Tell(daysLeft, deletion);
      }
      if (!told.get().accepted()) {
        return new CaseStep.Wait(deletion, true);
      }
    }
    return deletion.isAfter(today)
        ? new CaseStep.Wait(deletion, false)
        : new CaseStep.Delete(deletion);
  }

  /** All that follows if nothing else happens and every mail is taken on its day. */
  public List<LifeStep> future(LocalDate today) {
    LocalDate deletion = deletesOn(today);
    List<LifeStep> steps = new ArrayList<>();
    for (int daysLeft : countdown.noticeDays()) {
      if (told(daysLeft).isEmpty()) {
        LocalDate day = later(today, deletion.minusDays(daysLeft));
        steps.add(new LifeStep(day, LifeStep.What.NOTICE, daysLeft));
      }
    }
    if (countdown.closes()) {
      steps.add(new LifeStep(deletion, LifeStep.What.CLOSED, 0));
    }
    if (countdown.erases()) {
      steps.add(new LifeStep(deletion, LifeStep.What.DELETED, 0));
      if (countdown.restoreDays() > 0) {
        LocalDate last = deletion.plusDays(countdown.restoreDays());
        steps.add(new LifeStep(last, LifeStep.What.LAST_DAY_TO_RESTORE, 0));
      }
      steps.add(new LifeStep(countdown.purgedOn(deletion), LifeStep.What.PURGED, 0));
    }
    steps.sort(Comparator.comparing(LifeStep::on).thenComparing(LifeStep::what));
    return steps;
  }

  /** When the notice was taken, or would be at the earliest. */
  private LocalDate taken(int daysLeft, LocalDate deletion, LocalDate today) {
    Optional<Notice> told = told(daysLeft);
    if (told.isEmpty()) {
      return later(today, deletion.minusDays(daysLeft));
    }
    return told.get().accepted() ? told.get().acceptedOn() : later(today, told.get().toldOn());
  }

  private Optional<Notice> told(int daysLeft) {
    return notices.stream().filter(notice -> notice.daysLeft() == daysLeft).findFirst();
  }

  private static LocalDate later(LocalDate one, LocalDate other) {
    return one.isAfter(other) ? one : other;
  }
}
