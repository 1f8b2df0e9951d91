package org.kontor.domain.policy;

import java.time.LocalDate;
import java.time.Month;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * What is kept how long, and what ends in deletion (S1.29–S1.32, S1.36, S3.29–S3.45, STANDARDS D.6,
 * D.9). A part that is null never happens at this vendor.
 *
 * @param afterStop after a stop for unpaid invoices
 * @param afterCancellation after the last day of a cancelled subscription
 * @param suspendedMonthBilled whether the rest of the month in which a stopped subscription came
 *     back is billed, with the next invoice (S1.33)
 * @param inactivity of those who neither use nor pay
 * @param termination switching to another provider (EU Data Act)
 * @param deletions how deletions are let through
 * @param legalTerm how long documents name their buyer
 */
public record RetentionPolicy(
    AfterStop afterStop,
    AfterCancellation afterCancellation,
    boolean suspendedMonthBilled,
    Inactivity inactivity,
    Termination termination,
    Deletions deletions,
    LegalTerm legalTerm) {

  /** Nothing is ever deleted; documents are kept for ten years. */
  public static final RetentionPolicy NONE =
      new RetentionPolicy(
          null,
          null,
          false,
          null,
          null,
          new Deletions(Deletions.MOST_IN_A_BATCH, 0),
          new LegalTerm(10, 0, LegalTerm.From.END_OF_YEAR));

  /** Whether anything here ends in a deletion. */
  public boolean deletes() {
    return afterStop != null || inactivity != null || termination != null;
  }

  /**
   * @param months calendar months that the data is kept (S1.29)
   * @param start from when they count
   * @param closesAccount S1.31
   * @param erasesData S1.32
   * @param noticeDays days before the deletion on which it is announced, descending
   * @param restoreDays days in which it can be undone; 0 = it is final at once
   */
  public record AfterStop(
      int months,
      Start start,
      boolean closesAccount,
      boolean erasesData,
      List<Integer> noticeDays,
      int restoreDays) {
    public AfterStop {
      noticeDays = descending(noticeDays);
    }
  }

  /** Where the months of S1.29 begin. */
  public enum Start {
    STOP,
    DUE,
    ISSUE
  }

  /**
   * @param atOnce the subscription ends on the day of its cancellation; else with the paid month
   */
  public record AfterCancellation(boolean atOnce) {}

  /**
   * Deletion of who is not there and does not pay.
   *
   * @param olderThanDays created more than so many days ago (S3.30)
   * @param withoutLoginDays full days without a log-in (S3.31)
   * @param zeroIsNoFunds a balance of exactly 0 counts as no funds (S3.32)
   * @param all all three conditions must hold, else one suffices (S3.33)
   * @param staffAnyTime staff may start it without the conditions (S3.34)
   * @param noticeDays days before the deletion on which it is announced, descending (S3.35, S3.37)
   * @param toOwnerOnly the mail goes to the owner, else to all administrators
   * @param cancelledBy what ends it (S3.36, S3.40)
   * @param cancelRoles who may cancel
   * @param quietDays days after a cancellation without a new notice
   * @param restoreDays days in which support can undo it (S3.42)
   * @param restoreByPause a restore gives 30 days of peace, else it needs a balance (S3.45)
   * @param chargedAfterDeletion whether the base fee runs on while it is restorable
   * @param ladderStaysOn restrictions go on during the notice (S3.44)
   */
  public record Inactivity(
      int olderThanDays,
      int withoutLoginDays,
      boolean zeroIsNoFunds,
      boolean all,
      boolean staffAnyTime,
      List<Integer> noticeDays,
      boolean toOwnerOnly,
      Set<CancelledBy> cancelledBy,
      Set<String> cancelRoles,
      int quietDays,
      int restoreDays,
      boolean restoreByPause,
      boolean chargedAfterDeletion,
      boolean ladderStaysOn) {

    /** Peace that a restore gives where it asks for no balance (S3.45). */
    public static final int PAUSE_DAYS = 30;

    public Inactivity {
      noticeDays = descending(noticeDays);
      cancelledBy = Set.copyOf(cancelledBy);
      cancelRoles = Set.copyOf(cancelRoles);
    }
  }

  /** What ends a deletion that was announced. */
  public enum CancelledBy {
    BUTTON,
    TOP_UP,
    LOGIN
  }

  /**
   * @param noticePeriodDays between the request and the begin of the transition, at most 2 months
   * @param transitionDays in which the service goes on while the customer moves
   * @param retrievalDays after the service ended, in which the data can be exported
   * @param noticeDays days before the deletion on which it is announced, descending
   */
  public record Termination(
      int noticePeriodDays, int transitionDays, int retrievalDays, List<Integer> noticeDays) {
    public Termination {
      noticeDays = descending(noticeDays);
    }
  }

  /**
   * @param batch most deletions in one transaction
   * @param approvalAbove more than so many at once wait for a second person; 0 = all do
   */
  public record Deletions(int batch, int approvalAbove) {
    public static final int MOST_IN_A_BATCH = 50;
  }

  /**
   * How long a fiscal document keeps its buyer's data (STANDARDS D.6).
   *
   * @param years and {@code days} after the day from which it counts
   */
  public record LegalTerm(int years, int days, From from) {

    /** From when the term counts. */
    public enum From {
      DOCUMENT,
      END_OF_YEAR,
      /** Romania: 1 July of the year after the document's. */
      JULY_AFTER_YEAR
    }

    /** Last day on which a document of that day must still be complete. */
    public LocalDate lastDay(LocalDate document) {
      LocalDate begin =
          switch (from) {
            case DOCUMENT -> document;
            case END_OF_YEAR -> LocalDate.of(document.getYear(), Month.DECEMBER, 31);
            case JULY_AFTER_YEAR ->
                LocalDate.of(document.getYear() + 1, Month.JULY, 1).minusDays(1);
          };
      return begin.plusYears(years).plusDays(days);
    }
  }

  private static List<Integer> descending(List<Integer> days) {
    IntStream sorted = days.stream().mapToInt(day -> -day).sorted().map(day -> -day);
    return sorted.distinct().boxed().toList();
  }
}
