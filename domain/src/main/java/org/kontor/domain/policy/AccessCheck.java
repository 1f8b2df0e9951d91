package org.kontor.domain.policy;

import java.util.List;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy.CountedBy;
import org.kontor.domain.policy.AccessPolicy.Exhausted;
import org.kontor.domain.policy.AccessPolicy.HolidayDeferral;
import org.kontor.domain.policy.AccessPolicy.Lift;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage.Effect;

/**
 * Ladders that contradict themselves, can never be reached or never be left, and those that leave
 * the payer no way to pay.
 */
final class AccessCheck {

  private static final int LAST_DAY_OF_EVERY_MONTH = 28;
  private static final String STAGES = "access.stages";

  private final AccessPolicy access;
  private final Faults faults;

  private AccessCheck(AccessPolicy access, Faults faults) {
    this.access = access;
    this.faults = faults;
  }

  static void check(PolicyPack pack, Faults faults) {
    AccessCheck check = new AccessCheck(pack.access(), faults);
    check.trigger();
    LicenceStageCheck.check(pack, faults);
    if (pack.access().trigger() != Trigger.NONE) {
      check.stages();
      check.wayToPay();
      check.exceptions();
    }
  }

  private void trigger() {
    boolean none = access.trigger() == Trigger.NONE;
    faults.when(
        none && !access.stages().isEmpty(),
        STAGES,
        "There are stages, but nothing triggers them",
        "Name a trigger, or take the stages out.");
    faults.when(
        !none && access.stages().isEmpty(),
        "access.trigger",
        "The trigger leads to no stage",
        "Add access.stages, or use the trigger NONE.");
    if (none) {
      return;
    }
    boolean overdue = access.trigger() == Trigger.OVERDUE_INVOICE;
    faults.when(
        overdue != (access.countedBy() == CountedBy.DAYS_AFTER_DUE),
        "access.countedBy",
        access.countedBy() + " does not count what " + access.trigger() + " begins with",
        overdue ? "Use DAYS_AFTER_DUE." : "Use DAYS_SINCE_NEGATIVE or DAY_OF_MONTH.");
    faults.when(
        overdue != (access.lift() == Lift.ALL_OVERDUE_PAID),
        "access.lift",
        access.lift() + " never ends what " + access.trigger() + " begins",
        overdue ? "Use ALL_OVERDUE_PAID." : "Use NON_NEGATIVE_BALANCE or POSITIVE_BALANCE.");
    faults.when(
        !overdue
            && access.exhausted() == Exhausted.AT_OR_BELOW_ZERO
            && access.lift() == Lift.NON_NEGATIVE_BALANCE,
        "access.exhausted",
        "A balance of 0.00 would begin a case and end it",
        "Use BELOW_ZERO, or the lift POSITIVE_BALANCE.");
  }

  private void stages() {
    List<AccessStage> stages = access.stages();
    for (int i = 0; i < stages.size(); i++) {
      AccessStage stage = stages.get(i);
      String path = Faults.at(STAGES, i);
      day(path + ".from", stage.from());
      if (i > 0) {
        AccessStage before = stages.get(i - 1);
        faults.when(
            stage.from() <= before.from(),
            path + ".from",
            "The stages do not ascend: " + stage.from() + " follows " + before.from(),
            "Order the stages by `from`, each later than the one before.");
        faults.when(
            stage.softens(before),
            path,
            "The stage from " + stage.from() + " gives back what the one before had taken",
            "Let no stage be milder than the one before; a debt that is repaid lifts them all.");
      }
    }
  }

  private void day(String path, int from) {
    faults.when(
        access.countedBy() == CountedBy.DAY_OF_MONTH
            && (from < 1 || from > LAST_DAY_OF_EVERY_MONTH),
        path,
        "Not every month has a day " + from,
        "Use a day from 1 to 28.");
    faults.when(
        access.countedBy() == CountedBy.DAYS_AFTER_DUE && from < 1,
        path,
        "Who pays on the due day is in time (S1.27), day 0 is no late day",
        "Use 1 for the first late day.");
  }

  /** Somebody who may pay must reach the page to pay in each stage (S1.28, S3.20). */
  private void wayToPay() {
    boolean leftOpen = access.paymentPageStaysOpen() && !access.payers().isEmpty();
    for (int i = 0; i < access.stages().size() && !leftOpen; i++) {
      AccessStage stage = access.stages().get(i);
      boolean reached =
          access.payers().stream().anyMatch(role -> effect(stage, role).reachesPayment());
      faults.when(
          !reached,
          Faults.at(STAGES, i),
          "From "
              + stage.from()
              + " on nobody who may pay reaches the page to pay, so nobody could"
              + " end the block",
          access.paymentPageStaysOpen()
              ? "The page stays open to who may pay: let wallet.topUpRoles name a role."
              : "Set access.paymentPageStaysOpen: true, or leave an administrator"
                  + " PAYMENT_PAGE_ONLY.");
    }
  }

  private void exceptions() {
    faults.when(
        access.notices() != null && !access.notices().mainAdministrator(),
        "access.notices.mainAdministrator",
        "The main administrator is always told of an exhausted balance (S2.18)",
        "Use true; access.notices.otherAdministrators adds the others.");
    AccessPolicy.Promise promise = access.promise();
    if (promise != null) {
      faults.when(
          access.trigger() != Trigger.NEGATIVE_BALANCE,
          "access.promise",
          "A promised payment is for an exhausted balance (S2.28), here invoices are overdue",
          "Take the promise out; access.transferNotice defers a block by invoices.");
      faults.when(
          promise.deferredOnDaysOff() && access.holidayDeferral() == HolidayDeferral.NONE,
          "access.promise.deferredOnDaysOff",
          "The end would be deferred like a block, but days off defer no block",
          "Use false, or set access.holidayDeferral.");
      faults.when(
          !access.paymentPageStaysOpen() && isShutOut(promise.role()),
          "access.promise.role",
          "Who may take the promise is blocked when it is needed (S2.33)",
          "Let this role keep its access, or set access.paymentPageStaysOpen: true.");
    }
    faults.when(
        access.liftOnDaysOff() && access.holidayDeferral() == HolidayDeferral.NONE,
        "access.liftOnDaysOff",
        "A block would rest on days off but begin on them (S2.23)",
        "Set access.holidayDeferral too, or use false.");
  }

  private boolean isShutOut(String role) {
    return access.stages().stream()
        .anyMatch(stage -> effect(stage, Role.valueOf(role)) == Effect.BLOCKED);
  }

  private static Effect effect(AccessStage stage, Role role) {
    return switch (role) {
      case MAIN_ADMINISTRATOR -> stage.mainAdministrator();
      case ADMINISTRATOR -> stage.administrator();
      case STAFF -> stage.staff();
    };
  }
}
