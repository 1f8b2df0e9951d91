package org.kontor.domain.policy;

import java.util.List;
import java.util.Set;
import org.kontor.domain.customer.Role;
import org.kontor.domain.money.Money;

/**
 * Who is cut off when, and what spares him (S1.28–S1.39, S2.13–S2.36, S3.10–S3.20). Each reading
 * that the rules leave open is a setting.
 *
 * @param trigger what a case begins with
 * @param exhausted when a balance is (S2.15)
 * @param countedBy what a stage's {@code from} counts
 * @param debtInMidMonth where a debt of another day than the 1st enters the ladder (S3.19)
 * @param stages ascending by {@code from}; empty for {@link Trigger#NONE}
 * @param fullBlock whether a stage that blocks begins with its day or after it (S3.16)
 * @param stageKeptUntilLifted whether a new month does not soften a stage (S3.11)
 * @param lift what ends a case
 * @param paymentPageStaysOpen whether who is blocked can still reach the page to pay (S1.28, S3.20)
 * @param exportWhileSuspended whether a stage that blocks everybody leaves the export (S1.37)
 * @param noExportWarning where it is said that export ends with the stop (S1.38)
 * @param notices who is told of an exhausted balance (S2.13, S2.14, S2.18)
 * @param holidayDeferral what days off do to a block (S2.20, S2.21)
 * @param negativeOn the day to which a negative balance belongs (S2.24)
 * @param liftOnDaysOff whether a running block rests on days off (S2.23)
 * @param promise the promised payment, null where none is offered (S2.28)
 * @param transferNotice "I have paid by transfer", null where it defers nothing
 * @param licenceStages what a missing licence restricts, beside the ladder; also without a trigger
 * @param payers who may pay, and so reaches the page to pay (S3.4, S3.20)
 */
public record AccessPolicy(
    Trigger trigger,
    Exhausted exhausted,
    CountedBy countedBy,
    MidMonth debtInMidMonth,
    List<AccessStage> stages,
    FullBlock fullBlock,
    boolean stageKeptUntilLifted,
    Lift lift,
    boolean paymentPageStaysOpen,
    boolean exportWhileSuspended,
    NoExportWarning noExportWarning,
    Notices notices,
    HolidayDeferral holidayDeferral,
    NegativeOn negativeOn,
    boolean liftOnDaysOff,
    Promise promise,
    TransferNotice transferNotice,
    List<LicenceStage> licenceStages,
    Set<Role> payers) {

  /** Nobody is ever cut off (S4, S5). */
  public static final AccessPolicy NONE =
      new AccessPolicy(
          Trigger.NONE,
          Exhausted.BELOW_ZERO,
          CountedBy.DAYS_AFTER_DUE,
          MidMonth.NEXT_FIRST,
          List.of(),
          FullBlock.START_OF_DAY,
          true,
          Lift.ALL_OVERDUE_PAID,
          true,
          true,
          null,
          null,
          HolidayDeferral.NONE,
          NegativeOn.DAY_CHARGED_FOR,
          false,
          null,
          null,
          List.of(),
          Set.of(Role.MAIN_ADMINISTRATOR, Role.ADMINISTRATOR));

  public AccessPolicy {
    stages = List.copyOf(stages);
    licenceStages = List.copyOf(licenceStages);
    payers = Set.copyOf(payers);
  }

  /** The same as somebody sees it whom no stage takes anything from. */
  public AccessPolicy withoutStages() {
    return new AccessPolicy(
        trigger,
        exhausted,
        countedBy,
        debtInMidMonth,
        List.of(),
        fullBlock,
        stageKeptUntilLifted,
        lift,
        paymentPageStaysOpen,
        exportWhileSuspended,
        noExportWarning,
        notices,
        holidayDeferral,
        negativeOn,
        liftOnDaysOff,
        promise,
        transferNotice,
        licenceStages,
        payers);
  }

  /** Whether a balance begins a case (S2.15). */
  public boolean isExhausted(Money balance) {
    return trigger == Trigger.NEGATIVE_BALANCE
        && (exhausted == Exhausted.BELOW_ZERO ? balance.isNegative() : !balance.isPositive());
  }

  /** Whether a balance ends a case of debt (S2.31, S3.17). */
  public boolean isRepaid(Money balance) {
    return lift == Lift.POSITIVE_BALANCE ? balance.isPositive() : !balance.isNegative();
  }

  /** Whether open invoices are reminded of on a day of the month, before the stop (S1.38). */
  public boolean remindsBeforeStop() {
    return trigger == Trigger.OVERDUE_INVOICE
        && noExportWarning != null
        && noExportWarning.reminderDayOfMonth() > 0;
  }

  /** Whether working days have to be known. */
  public boolean needsCalendar() {
    return holidayDeferral != HolidayDeferral.NONE
        || liftOnDaysOff
        || transferNotice != null && transferNotice.workingDays();
  }

  public enum Trigger {
    OVERDUE_INVOICE,
    NEGATIVE_BALANCE,
    NONE
  }

  public enum Exhausted {
    BELOW_ZERO,
    AT_OR_BELOW_ZERO
  }

  public enum CountedBy {
    /** Day 1 is the first late day (S1.27). */
    DAYS_AFTER_DUE,
    /** Day 0 is the day on which the balance became negative. */
    DAYS_SINCE_NEGATIVE,
    /** The day of the calendar month (S3.19). */
    DAY_OF_MONTH
  }

  /** The readings of S3.19. */
  public enum MidMonth {
    NEXT_FIRST,
    LITERAL_CALENDAR_DAY,
    DEBT_AGE
  }

  public enum FullBlock {
    START_OF_DAY,
    END_OF_DAY
  }

  public enum Lift {
    ALL_OVERDUE_PAID,
    NON_NEGATIVE_BALANCE,
    POSITIVE_BALANCE
  }

  /** The readings of S2.21. */
  public enum HolidayDeferral {
    END_OF_FIRST_WORKING_DAY,
    START,
    NONE
  }

  public enum NegativeOn {
    DAY_CHARGED_FOR,
    BOOKING_TIME
  }

  /**
   * @param onInvoice on the invoice itself
   * @param reminderDayOfMonth day of a reminder, 1 to 28
   */
  public record NoExportWarning(boolean onInvoice, int reminderDayOfMonth) {}

  /**
   * @param oncePerCase whether a case is told once, however many charges follow in debt
   */
  public record Notices(
      boolean inApplication,
      boolean email,
      boolean mainAdministrator,
      boolean otherAdministrators,
      boolean oncePerCase) {}

  /**
   * The promised payment (S2.28–S2.35).
   *
   * @param maxDays the longest one, from 1
   * @param counted where its days end (S2.34)
   * @param deferredOnDaysOff whether an end on a day off is deferred like a block (S2.34)
   * @param role the least role that may take it (S2.33)
   * @param again when there may be another one (S2.35)
   * @param maxPer30Days 0 = no other limit (S2.35)
   */
  public record Promise(
      int maxDays,
      Counted counted,
      boolean deferredOnDaysOff,
      String role,
      Again again,
      int maxPer30Days) {

    public enum Counted {
      /** From the moment on, each day 24 hours. */
      HOURS,
      /** To the end of a day; the day of the promise is the first one. */
      END_OF_DAY_FROM_ONE,
      /** To the end of a day; the day of the promise does not count. */
      END_OF_DAY_FROM_ZERO
    }

    public enum Again {
      AFTER_NON_NEGATIVE,
      ANY_TIME
    }
  }

  /**
   * The word of a customer that a transfer is under way: defers once in a case, to the end of the
   * last of so many days after that day.
   *
   * @param days 1 or more
   * @param workingDays whether only working days count
   */
  public record TransferNotice(int days, boolean workingDays) {}
}
