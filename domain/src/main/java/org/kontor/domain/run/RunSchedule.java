package org.kontor.domain.run;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;

/**
 * When the runs of a vendor fall due. Days are counted one by one from what is done, so a day that
 * was missed is caught up with its own date (QUALITY R8).
 */
public final class RunSchedule {

  /** In the order of their work at one moment. */
  private static final List<RunKind> KINDS = List.of(RunKind.values());

  private RunSchedule() {}

  /**
   * The vendor's next run.
   *
   * @param pack the version in force; kinds that it has no use for are left out
   * @param doneThrough last date that is done, by kind; a kind without one counts from {@code
   *     bookFrom} on
   * @param held kinds that wait for a person and are left out
   */
  public static Optional<DueRun> next(
      PolicyPack pack, LocalDate bookFrom, Map<RunKind, LocalDate> doneThrough, Set<RunKind> held) {
    RunKind first = null;
    LocalDate firstDate = null;
    for (RunKind kind : KINDS) {
      if (uses(pack, kind) && !held.contains(kind)) {
        LocalDate done = doneThrough.getOrDefault(kind, bookFrom.minusDays(1));
        LocalDate date = date(pack, kind, done);
        // Each begins at midnight of the same zone, so the earlier day is the earlier moment
        if (first == null || begins(kind, date).isBefore(begins(first, firstDate))) {
          first = kind;
          firstDate = date;
        }
      }
    }
    if (first == null) {
      return Optional.empty();
    }
    Instant dueAt = begins(first, firstDate).atStartOfDay(pack.zone()).toInstant();
    return Optional.of(new DueRun(pack.code(), first, firstDate, dueAt));
  }

  /** Whether the vendor has work of this kind, by this version of its policy. */
  public static boolean uses(PolicyPack pack, RunKind kind) {
    return switch (kind) {
      case DAILY -> pack.hasTiming(Timing.DAILY);
      case SETTLEMENT -> pack.hasTiming(Timing.MONTHLY_ARREARS);
      case MONTHLY -> pack.hasTiming(Timing.MONTHLY_ADVANCE);
      case ACCESS -> pack.access().trigger() != AccessPolicy.Trigger.NONE;
      case TRIAL_END -> pack.trial().days() > 0;
      case LIFE -> pack.retention().deletes() || pack.trial().days() > 0;
      case DELETION -> true; // whoever has left becomes nobody in the end (STANDARDS D.6)
      case CHANGES -> !pack.catalogue().plans().isEmpty();
      case RENEWAL ->
          pack.catalogue().products().stream().anyMatch(product -> product.termMonths() > 0);
      case REMINDER -> pack.access().remindsBeforeStop();
    };
  }

  private static LocalDate date(PolicyPack pack, RunKind kind, LocalDate done) {
    return switch (kind) {
      case DAILY, ACCESS, LIFE, DELETION, TRIAL_END, CHANGES, RENEWAL -> done.plusDays(1);
      case SETTLEMENT -> nextDayOfMonth(done, 1);
      case MONTHLY -> nextDayOfMonth(done, pack.billing().invoiceDay());
      case REMINDER -> nextDayOfMonth(done, pack.access().noExportWarning().reminderDayOfMonth());
    };
  }

  /** The results of a day are known when it is over (S2.5); everything else begins with its day. */
  private static LocalDate begins(RunKind kind, LocalDate date) {
    return kind == RunKind.DAILY ? date.plusDays(1) : date;
  }

  private static LocalDate nextDayOfMonth(LocalDate done, int day) {
    LocalDate inMonth = YearMonth.from(done).atDay(day);
    return inMonth.isAfter(done) ? inMonth : YearMonth.from(done).plusMonths(1).atDay(day);
  }
}
