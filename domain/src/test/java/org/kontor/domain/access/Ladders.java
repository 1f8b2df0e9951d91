package org.kontor.domain.access;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.CountedBy;
import org.kontor.domain.policy.AccessPolicy.Exhausted;
import org.kontor.domain.policy.AccessPolicy.FullBlock;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.Lift;
import org.kontor.domain.policy.AccessPolicy.MidMonth;
import org.kontor.domain.policy.AccessPolicy.NegativeOn;
import org.kontor.domain.policy.AccessPolicy.Notices;
import org.kontor.domain.policy.AccessPolicy.Promise;
import org.kontor.domain.policy.AccessPolicy.TransferNotice;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.policy.LicenceStage;
import org.kontor.domain.time.CalendarDay;
import org.kontor.domain.time.CalendarYear;
import org.kontor.domain.time.DayKind;
import org.kontor.domain.time.WorkCalendar;

/** The ladders of S1, S2 and S3 as their packs write them, and their other readings. */
public final class Ladders {

  /** Russia 2025 and 2026, with the New Year break from 31 December to 11 January. */
  public static final WorkCalendar RUSSIA =
      new WorkCalendar("RU", List.of(year(2025, "2025-12-31"), year(2026, newYear())));

  private Trigger trigger = Trigger.NEGATIVE_BALANCE;
  private Exhausted exhausted = Exhausted.BELOW_ZERO;
  private CountedBy countedBy = CountedBy.DAYS_SINCE_NEGATIVE;
  private MidMonth midMonth = MidMonth.NEXT_FIRST;
  private List<AccessStage> stages = List.of();
  private FullBlock fullBlock = FullBlock.START_OF_DAY;
  private boolean kept = true;
  private Lift lift = Lift.NON_NEGATIVE_BALANCE;
  private boolean paymentPage = true;
  private boolean export = true;
  private Notices notices;
  private Set<Role> payers = AccessPolicy.NONE.payers();
  private HolidayDeferral deferral = HolidayDeferral.NONE;
  private NegativeOn negativeOn = NegativeOn.DAY_CHARGED_FOR;
  private boolean liftOnDaysOff;
  private Promise promise;
  private TransferNotice transferNotice;
  private List<LicenceStage> licenceStages = List.of();

  private Ladders() {}

  /** S1: everybody at once, the first late day. */
  public static Ladders s1() {
    Ladders s1 = new Ladders();
    s1.trigger = Trigger.OVERDUE_INVOICE;
    s1.countedBy = CountedBy.DAYS_AFTER_DUE;
    s1.lift = Lift.ALL_OVERDUE_PAID;
    s1.export = false;
    s1.stages =
        List.of(
            new AccessStage(
                1,
                Effect.BLOCKED,
                Effect.BLOCKED,
                Effect.BLOCKED,
                false,
                true,
                true,
                List.of("S1.28")));
    return s1;
  }

  /** S2: everybody but the main administrator, after the day; days off defer it. */
  public static Ladders s2() {
    Ladders s2 = new Ladders();
    s2.fullBlock = FullBlock.END_OF_DAY;
    s2.deferral = HolidayDeferral.END_OF_FIRST_WORKING_DAY;
    s2.notices = new Notices(true, true, true, false, true);
    s2.promise =
        new Promise(
            3,
            Promise.Counted.HOURS,
            true,
            "MAIN_ADMINISTRATOR",
            Promise.Again.AFTER_NON_NEGATIVE,
            0);
    s2.stages = List.of(stage(0, Effect.FULL, Effect.BLOCKED, Effect.BLOCKED, "S2.16"));
    return s2;
  }

  /** S3: the payer first, on days of the month. */
  public static Ladders s3() {
    Ladders s3 = new Ladders();
    s3.countedBy = CountedBy.DAY_OF_MONTH;
    s3.stages =
        List.of(
            stage(1, Effect.FULL, Effect.FULL, Effect.FULL, "S3.11"),
            stage(4, Effect.REMINDED, Effect.REMINDED, Effect.FULL, "S3.12"),
            stage(7, Effect.PAYMENT_PAGE_ONLY, Effect.PAYMENT_PAGE_ONLY, Effect.FULL, "S3.14"),
            stage(10, Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED, "S3.15"));
    return s3;
  }

  public Ladders stages(AccessStage... other) {
    stages = List.of(other);
    return this;
  }

  public Ladders exhausted(Exhausted other, Lift lifting) {
    exhausted = other;
    lift = lifting;
    return this;
  }

  public Ladders fullBlock(FullBlock other) {
    fullBlock = other;
    return this;
  }

  public Ladders midMonth(MidMonth other) {
    midMonth = other;
    return this;
  }

  public Ladders kept(boolean other) {
    kept = other;
    return this;
  }

  public Ladders deferral(HolidayDeferral other) {
    deferral = other;
    return this;
  }

  public Ladders negativeOn(NegativeOn other) {
    negativeOn = other;
    return this;
  }

  public Ladders liftOnDaysOff() {
    liftOnDaysOff = true;
    return this;
  }

  public Ladders paymentPage(boolean other) {
    paymentPage = other;
    return this;
  }

  public Ladders promise(Promise other) {
    promise = other;
    return this;
  }

  public Ladders transferNotice(TransferNotice other) {
    transferNotice = other;
    return this;
  }

  /** Nobody is restricted for a debt. */
  public static Ladders none() {
    Ladders none = new Ladders();
    none.trigger = Trigger.NONE;
    return none;
  }

  public Ladders licences(LicenceStage... other) {
    licenceStages = List.of(other);
    return this;
  }

  /** Who may pay; administrators without it. */
  public Ladders payers(Role... roles) {
    payers = Set.of(roles);
    return this;
  }

  public AccessPolicy policy() {
    return new AccessPolicy(
        trigger,
        exhausted,
        countedBy,
        midMonth,
        stages,
        fullBlock,
        kept,
        lift,
        paymentPage,
        export,
        null,
        notices,
        deferral,
        negativeOn,
        liftOnDaysOff,
        promise,
        transferNotice,
        licenceStages,
        payers);
  }

  public static AccessStage stage(int from, Effect main, Effect other, Effect staff, String rule) {
    return new AccessStage(from, main, other, staff, true, true, false, List.of(rule));
  }

  private static CalendarYear year(int year, String... off) {
    List<CalendarDay> days = new ArrayList<>();
    for (String day : off) {
      days.add(new CalendarDay(LocalDate.parse(day), DayKind.HOLIDAY, "holiday"));
    }
    return new CalendarYear("RU", year, 1, "test", false, days, List.of());
  }

  private static String[] newYear() {
    List<String> days = new ArrayList<>();
    for (int day = 1; day <= 9; day++) {
      days.add("2026-01-0" + day);
    }
    return days.toArray(String[]::new);
  }
}
