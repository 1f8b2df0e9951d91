package org.kontor.domain.model;

import java.util.List;
import org.kontor.domain.model.LadderModel.Ladder;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.CountedBy;
import org.kontor.domain.policy.AccessPolicy.Exhausted;
import org.kontor.domain.policy.AccessPolicy.FullBlock;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.Lift;
import org.kontor.domain.policy.AccessPolicy.MidMonth;
import org.kontor.domain.policy.AccessPolicy.NegativeOn;
import org.kontor.domain.policy.AccessPolicy.Promise;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * The four ladders as settings, in each reading: what the vendors' packs say, and a generic one.
 */
final class ModelPolicies {

  private ModelPolicies() {}

  static AccessPolicy of(Ladder ladder, Reading reading) {
    return switch (ladder) {
      case RO ->
          policy(
              Trigger.OVERDUE_INVOICE,
              CountedBy.DAYS_AFTER_DUE,
              List.of(stage(1, Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED)),
              reading.blockAtEnd() ? FullBlock.END_OF_DAY : FullBlock.START_OF_DAY,
              Lift.ALL_OVERDUE_PAID,
              switch (reading.daysOff()) {
                case NOTHING -> HolidayDeferral.NONE;
                case TO_START -> HolidayDeferral.START;
                case TO_END -> HolidayDeferral.END_OF_FIRST_WORKING_DAY;
              },
              null,
              reading);
      case RU ->
          policy(
              Trigger.NEGATIVE_BALANCE,
              CountedBy.DAYS_SINCE_NEGATIVE,
              List.of(stage(0, Effect.FULL, Effect.BLOCKED, Effect.BLOCKED)),
              FullBlock.END_OF_DAY,
              Lift.NON_NEGATIVE_BALANCE,
              HolidayDeferral.END_OF_FIRST_WORKING_DAY,
              new Promise(
                  3,
                  Promise.Counted.HOURS,
                  true,
                  "MAIN_ADMINISTRATOR",
                  Promise.Again.AFTER_NON_NEGATIVE,
                  0),
              reading);
      case UA -> months(reading);
      case GENERIC ->
          policy(
              Trigger.OVERDUE_INVOICE,
              CountedBy.DAYS_AFTER_DUE,
              List.of(
                  stage(1, Effect.REMINDED, Effect.REMINDED, Effect.FULL),
                  stage(8, Effect.FULL, Effect.REMINDED, Effect.READ_ONLY),
                  stage(15, Effect.PAYMENT_PAGE_ONLY, Effect.BLOCKED, Effect.BLOCKED)),
              FullBlock.START_OF_DAY,
              Lift.ALL_OVERDUE_PAID,
              HolidayDeferral.NONE,
              null,
              reading);
    };
  }

  private static AccessPolicy months(Reading reading) {
    return policy(
        Trigger.NEGATIVE_BALANCE,
        CountedBy.DAY_OF_MONTH,
        List.of(
            stage(1, Effect.FULL, Effect.FULL, Effect.FULL),
            stage(4, Effect.REMINDED, Effect.REMINDED, Effect.FULL),
            stage(7, Effect.PAYMENT_PAGE_ONLY, Effect.PAYMENT_PAGE_ONLY, Effect.FULL),
            stage(10, Effect.BLOCKED, Effect.BLOCKED, Effect.BLOCKED)),
        reading.blockAtEnd() ? FullBlock.END_OF_DAY : FullBlock.START_OF_DAY,
        reading.zeroLifts() ? Lift.NON_NEGATIVE_BALANCE : Lift.POSITIVE_BALANCE,
        HolidayDeferral.NONE,
        null,
        reading);
  }

  private static AccessPolicy policy(
      Trigger trigger,
      CountedBy countedBy,
      List<AccessStage> stages,
      FullBlock fullBlock,
      Lift lift,
      HolidayDeferral deferral,
      Promise promise,
      Reading reading) {
    return new AccessPolicy(
        trigger,
        reading.zeroIsExhausted() ? Exhausted.AT_OR_BELOW_ZERO : Exhausted.BELOW_ZERO,
        countedBy,
        switch (reading.entry()) {
          case NEXT_FIRST -> MidMonth.NEXT_FIRST;
          case CALENDAR_DAY -> MidMonth.LITERAL_CALENDAR_DAY;
          case AGE -> MidMonth.DEBT_AGE;
        },
        stages,
        fullBlock,
        reading.kept(),
        lift,
        true,
        true,
        null,
        null,
        deferral,
        NegativeOn.DAY_CHARGED_FOR,
        reading.restsOnDaysOff(),
        promise,
        null,
        List.of(),
        AccessPolicy.NONE.payers());
  }

  private static AccessStage stage(int from, Effect main, Effect administrator, Effect staff) {
    return new AccessStage(from, main, administrator, staff, true, true, false, List.of());
  }
}
