package org.kontor.domain.policy;

import java.time.LocalDate;
import java.time.YearMonth;

/**
 * When and how amounts arise.
 *
 * @param invoiceDay day of the month of the monthly run, 1 to 28 (S1.26)
 * @param due when documents fall due
 * @param dailyDivisor what a monthly fee is divided by for one day (S2.9)
 * @param dailyRounding both readings of S2.12
 * @param headcount which head-count of the day counts (S2.11)
 * @param change the three readings of S1.13
 * @param firstMonth the partial month of activation (S1.34, S3.25)
 * @param activationDayCharged whether the day of activation is the first charged one (S2.6)
 * @param invoiceWhileStopped S1.33
 * @param recheckLimitsAtEffectiveDate S1.17
 * @param partialPaymentLiftsStop S1.35
 * @param renewalLeadDays how long before a term's end its renewal is invoiced (S5.1)
 * @param lateRenewal where a term begins that was paid after the last one had ended (S5.33)
 */
public record BillingPolicy(
    int invoiceDay,
    Due due,
    int dailyDivisor,
    DailyRounding dailyRounding,
    HeadcountReading headcount,
    ChangeBilling change,
    FirstMonth firstMonth,
    boolean activationDayCharged,
    boolean invoiceWhileStopped,
    boolean recheckLimitsAtEffectiveDate,
    boolean partialPaymentLiftsStop,
    int renewalLeadDays,
    LateRenewal lateRenewal) {

  /** With the settled reading of S5.33: a late renewal runs from the payment day. */
  public BillingPolicy(
      int invoiceDay,
      Due due,
      int dailyDivisor,
      DailyRounding dailyRounding,
      HeadcountReading headcount,
      ChangeBilling change,
      FirstMonth firstMonth,
      boolean activationDayCharged,
      boolean invoiceWhileStopped,
      boolean recheckLimitsAtEffectiveDate,
      boolean partialPaymentLiftsStop,
      int renewalLeadDays) {
    this(
        invoiceDay,
        due,
        dailyDivisor,
        dailyRounding,
        headcount,
        change,
        firstMonth,
        activationDayCharged,
        invoiceWhileStopped,
        recheckLimitsAtEffectiveDate,
        partialPaymentLiftsStop,
        renewalLeadDays,
        LateRenewal.FROM_PAYMENT);
  }

  /**
   * The due date BT-9.
   *
   * @param dayOfMonth due on that day of the month (S1.27), 0 when only days count
   * @param minimumDays at the earliest that many days after issue
   */
  public record Due(int dayOfMonth, int minimumDays) {

    /** The later of the day of the month and issue + minimum days (settled reading of S1.34). */
    public LocalDate dueDate(LocalDate issued) {
      LocalDate byDays = issued.plusDays(minimumDays);
      if (dayOfMonth == 0) {
        return byDays;
      }
      YearMonth month = YearMonth.from(issued);
      LocalDate byDay = month.atDay(Math.min(dayOfMonth, month.lengthOfMonth()));
      return byDay.isAfter(byDays) ? byDay : byDays;
    }
  }

  public enum DailyRounding {
    /** Each day's line is rounded half up; thirty-one of 99.666… make 3 089.77. */
    EACH_LINE,
    /** The running exact sum is kept, each line the difference of rounded sums: 3 089.67. */
    CARRY
  }

  public enum HeadcountReading {
    END_OF_DAY,
    PEAK,
    START_OF_DAY
  }

  public enum ChangeBilling {
    NEXT_INVOICE,
    PRORATE,
    NEXT_INVOICE_WITH_ARREARS
  }

  public enum FirstMonth {
    PRO_RATA,
    FREE,
    WHOLE
  }

  /** Both readings of S5.33. */
  public enum LateRenewal {
    FROM_PAYMENT,
    FROM_EXPIRY
  }
}
