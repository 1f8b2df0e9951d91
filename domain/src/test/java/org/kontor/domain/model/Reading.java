package org.kontor.domain.model;

import java.util.Random;
import org.kontor.domain.model.LadderModel.Ladder;

/**
 * Which readings of RULES.md stand, where a rule leaves open what it says.
 *
 * @param blockAtEnd S3.16: who is blocked is so from the end of the day
 * @param entry S3.19: where a debt that arises inside a month enters the ladder
 * @param kept S3.11: a new month softens nothing
 * @param zeroIsExhausted S2.15: a balance of 0.00 is exhausted
 * @param zeroLifts S2.31, S3.17: a balance of 0.00 lifts everything
 * @param daysOff S2.20, S2.21: what days off do to a stop that would begin on them
 * @param restsOnDaysOff S2.23: a stop that runs rests on days off
 */
record Reading(
    boolean blockAtEnd,
    Entry entry,
    boolean kept,
    boolean zeroIsExhausted,
    boolean zeroLifts,
    DaysOff daysOff,
    boolean restsOnDaysOff) {

  /** The readings of S3.19. */
  enum Entry {
    NEXT_FIRST,
    CALENDAR_DAY,
    AGE
  }

  /** The readings of S2.20 and S2.21. */
  enum DaysOff {
    NOTHING,
    TO_START,
    TO_END
  }

  /** The ones that are settled. */
  static final Reading SETTLED =
      new Reading(false, Entry.NEXT_FIRST, true, false, true, DaysOff.NOTHING, false);

  /** Half of the time the settled ones; else any that the ladder can have together. */
  static Reading random(Ladder ladder, Random random) {
    if (random.nextBoolean()) {
      return SETTLED;
    }
    return switch (ladder) {
      case RO -> invoices(random);
      case UA -> months(random);
      default -> SETTLED;
    };
  }

  private static Reading invoices(Random random) {
    DaysOff daysOff = DaysOff.values()[random.nextInt(DaysOff.values().length)];
    boolean none = daysOff == DaysOff.NOTHING;
    return new Reading(
        none && random.nextBoolean(),
        Entry.NEXT_FIRST,
        true,
        false,
        true,
        daysOff,
        !none && random.nextBoolean());
  }

  private static Reading months(Random random) {
    boolean zeroLifts = random.nextBoolean();
    return new Reading(
        random.nextBoolean(),
        Entry.values()[random.nextInt(Entry.values().length)],
        random.nextBoolean(),
        !zeroLifts && random.nextBoolean(),
        zeroLifts,
        DaysOff.NOTHING,
        false);
  }
}
