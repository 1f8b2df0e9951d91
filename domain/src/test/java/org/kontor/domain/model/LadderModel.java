package org.kontor.domain.model;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kontor.domain.model.Reading.DaysOff;
import org.kontor.domain.model.Reading.Entry;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * One account under one of the four ladders, told what happens and asked who may do what. It knows
 * nothing of the future.
 */
final class LadderModel {

  /** Main administrator, administrators, staff: as the tables of RULES.md name them. */
  private static final Effect[] FREE = {Effect.FULL, Effect.FULL, Effect.FULL};

  /** S1.28: the whole tenant, all users. */
  private static final Effect[][] RO = {FREE, {Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED}};

  /** S2.16, S2.17: everybody but the main administrator. */
  private static final Effect[][] RU = {FREE, {Effect.FULL, Effect.BLOCKED, Effect.BLOCKED}};

  /** S3.11 to S3.15; settled reading of S3.14: an administrator is who has the role, owner too. */
  private static final Effect[][] UA = {
    FREE,
    {Effect.REMINDED, Effect.REMINDED, Effect.FULL},
    {Effect.PAYMENT_PAGE_ONLY, Effect.PAYMENT_PAGE_ONLY, Effect.FULL},
    {Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED}
  };

  /** A ladder that no vendor has: milder first, the payer last. */
  private static final Effect[][] GENERIC = {
    FREE,
    {Effect.REMINDED, Effect.REMINDED, Effect.FULL},
    {Effect.FULL, Effect.REMINDED, Effect.READ_ONLY},
    {Effect.PAYMENT_PAGE_ONLY, Effect.BLOCKED, Effect.BLOCKED}
  };

  /** Days after the due day on which the generic ladder's rungs begin. */
  static final int[] GENERIC_FROM = {1, 8, 15};

  private final Ladder ladder;
  private final Reading reading;
  private final ModelDays days;
  private final ModelCalendar calendar;

  // the wallet
  private long balance;
  private int negativeSince = -1;
  private long promiseUntil = Long.MIN_VALUE;
  private boolean promised;

  // the invoices
  private final List<long[]> invoices = new ArrayList<>();
  private int oldestOfTheCase = -1;

  private final List<long[]> holds = new ArrayList<>();
  private int rung;
  private int today;

  /** Which vendor's rules. */
  enum Ladder {
    RO,
    RU,
    UA,
    GENERIC
  }

  LadderModel(
      Ladder ladder,
      Reading reading,
      ModelDays days,
      ModelCalendar calendar,
      int firstDay,
      long balance) {
    this.ladder = ladder;
    this.reading = reading;
    this.days = days;
    this.calendar = calendar;
    this.today = firstDay;
    this.balance = balance;
  }

  private LadderModel(LadderModel from) {
    this(from.ladder, from.reading, from.days, from.calendar, from.today, from.balance);
    negativeSince = from.negativeSince;
    promiseUntil = from.promiseUntil;
    promised = from.promised;
    from.invoices.forEach(invoice -> invoices.add(invoice.clone()));
    oldestOfTheCase = from.oldestOfTheCase;
    holds.addAll(from.holds);
    rung = from.rung;
  }

  LadderModel copy() {
    return new LadderModel(this);
  }

  /** What would repay everything. */
  long owed() {
    return ladder == Ladder.RU || ladder == Ladder.UA
        ? -balance
        : invoices.stream().mapToLong(invoice -> invoice[1]).sum();
  }

  /** A day begins. */
  void midnight(int day) {
    today = day;
    look();
  }

  /** False when a promise was refused. */
  boolean happens(Happening what) {
    switch (what.kind()) {
      case CHARGE -> charge(what.amount(), what.day());
      case PAYMENT -> pay(what.amount());
      case INVOICE -> invoices.add(new long[] {what.day(), what.amount()});
      case HOLD -> holds.add(new long[] {what.at(), what.amount()});
      case PROMISE -> {
        return promise(what.at(), (int) what.amount());
      }
    }
    look();
    return true;
  }

  private void charge(long amount, int day) {
    balance -= amount;
    // S2.15: below zero; S2.24: it belongs to the day charged for
    boolean exhausted = reading.zeroIsExhausted() ? balance <= 0 : balance < 0;
    if (exhausted && negativeSince < 0) {
      negativeSince = day;
      for (int past = day; past < today; past++) {
        climb(past);
      }
    }
  }

  private void pay(long amount) {
    if (ladder == Ladder.RU || ladder == Ladder.UA) {
      balance += amount;
      // S2.36, S3.17 and the settled readings: zero is enough, one kopeck less is not
      if (reading.zeroLifts() ? balance >= 0 : balance > 0) {
        negativeSince = -1;
        promiseUntil = Long.MIN_VALUE;
        promised = false;
        rung = 0;
      }
      return;
    }
    long left = amount;
    for (long[] invoice : invoices) {
      long used = Math.min(left, invoice[1]);
      invoice[1] -= used;
      left -= used;
    }
  }

  /** S2.28, S2.29, S2.35: money has run out, one to three days, once until it is good again. */
  private boolean promise(long at, int wanted) {
    if (balance >= 0 || promised || wanted < 1 || wanted > 3) {
      return false;
    }
    promised = true;
    promiseUntil = Long.MIN_VALUE;
    // Who promises more days has at least what fewer would have given
    for (int given = 1; given <= wanted; given++) {
      long end = at + given * 86_400L;
      // As S2.24 reads a close: an end at 00:00 belongs to the day that closes with it
      int lastDay = days.dayOf(end - 1);
      if (calendar.isFree(lastDay)) {
        end = days.begin(calendar.worked(lastDay) + 1);
      }
      promiseUntil = Math.max(promiseUntil, end);
    }
    return true;
  }

  /** What the present day makes of the ladder. */
  private void look() {
    if (ladder == Ladder.UA) {
      climb(today);
      return;
    }
    if (ladder == Ladder.RU) {
      return;
    }
    boolean anyOverdue = false;
    for (long[] invoice : invoices) {
      // S1.27: paid any time on the due day is in time; S1.35: a part does not count
      if (invoice[1] > 0 && invoice[0] < today) {
        anyOverdue = true;
        if (oldestOfTheCase < 0 || invoice[0] < oldestOfTheCase) {
          oldestOfTheCase = (int) invoice[0];
        }
      }
    }
    if (!anyOverdue) {
      oldestOfTheCase = -1;
    }
  }

  /** S3.11 to S3.19, one day of a debt. */
  private void climb(int day) {
    if (ladder != Ladder.UA || negativeSince < 0 || day < firstOfTheLadder()) {
      return;
    }
    int count = count(day);
    boolean blocked = count >= 10;
    if (reading.blockAtEnd()) {
      // S3.16: through the whole of the 10th; a new month that softens begins without yesterday
      boolean goesOn = keepsStage() || ModelDays.dayOfMonth(day) != 1;
      blocked = goesOn && day > firstOfTheLadder() && count(day - 1) >= 10;
    }
    int reached = blocked ? 3 : count >= 7 ? 2 : count >= 4 ? 1 : 0;
    rung = keepsStage() ? Math.max(rung, reached) : reached;
  }

  /** S3.11; who counts the age of a debt knows no months. */
  private boolean keepsStage() {
    return reading.kept() || reading.entry() == Entry.AGE;
  }

  /** S3.19: the day of the month, or of the debt. */
  private int count(int day) {
    return reading.entry() == Entry.AGE ? day - negativeSince + 1 : ModelDays.dayOfMonth(day);
  }

  /** The settled reading of S3.19: what arises after the 1st enters on the next 1st. */
  private int firstOfTheLadder() {
    int day = negativeSince;
    if (reading.entry() != Entry.NEXT_FIRST) {
      return day;
    }
    while (ModelDays.dayOfMonth(day) != 1) {
      day++;
    }
    return day;
  }

  /** What the three audiences may do at a second of the present day. */
  Effect[] effects(long second) {
    if (second < promiseUntil) {
      return FREE;
    }
    for (long[] hold : holds) {
      if (hold[0] <= second && second < hold[1]) {
        return FREE;
      }
    }
    return switch (ladder) {
      case RO -> RO[stopped(second) ? 1 : 0];
      case RU -> RU[negativeSince >= 0 && second >= blockedFrom() ? 1 : 0];
      case UA -> UA[negativeSince < 0 ? 0 : rung];
      case GENERIC -> GENERIC[genericRung()];
    };
  }

  /** S1.28, and what days off do to it where they do anything. */
  private boolean stopped(long second) {
    if (oldestOfTheCase < 0) {
      return false;
    }
    int late = oldestOfTheCase + 1;
    int worked = calendar.worked(late);
    boolean off = reading.daysOff() != DaysOff.NOTHING && worked != late;
    boolean afterIt = off ? reading.daysOff() == DaysOff.TO_END : reading.blockAtEnd();
    int from = (off ? worked : late) + (afterIt ? 1 : 0);
    boolean rests = reading.restsOnDaysOff() && calendar.isFree(today);
    return second >= days.begin(from) && !rests;
  }

  private int genericRung() {
    int late = oldestOfTheCase < 0 ? 0 : today - oldestOfTheCase;
    return (int) Arrays.stream(GENERIC_FROM).filter(from -> late >= from).count();
  }

  /**
   * S2.20, S2.21, S2.24: at the close of the day on which the balance became negative, and when
   * that is a day off, at the close of the first working day.
   */
  private long blockedFrom() {
    return days.begin(calendar.worked(negativeSince) + 1);
  }

  /** Seconds at which something changes that is no midnight. */
  List<Long> wakes() {
    List<Long> wakes = new ArrayList<>();
    if (promiseUntil > Long.MIN_VALUE) {
      wakes.add(promiseUntil);
    }
    for (long[] hold : holds) {
      wakes.add(hold[0]);
      wakes.add(hold[1]);
    }
    return wakes;
  }

  /**
   * The first second after this one at which an audience is treated otherwise if nothing happens,
   * or -1 when there is none within so many days.
   */
  long nextChange(long after, int audience, int within) {
    LadderModel future = copy();
    Effect present = future.effects(after)[audience];
    int day = today;
    for (int i = 0; i < within; i++) {
      long end = days.begin(day + 1);
      long begin = i == 0 ? after + 1 : days.begin(day);
      long found = -1;
      for (long wake : wakes()) {
        if (wake >= begin
            && wake < end
            && future.effects(wake)[audience] != present
            && (found < 0 || wake < found)) {
          found = wake;
        }
      }
      if (found >= 0) {
        return found;
      }
      day++;
      future.midnight(day);
      if (future.effects(end)[audience] != present) {
        return end;
      }
    }
    return -1;
  }
}
