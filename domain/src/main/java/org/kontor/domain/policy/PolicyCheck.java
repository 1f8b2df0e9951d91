package org.kontor.domain.policy;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * What a pack must fulfil beyond its form: references that lead somewhere, ladders that ascend,
 * rules that can happen. Finds every fault, not just the first.
 */
public final class PolicyCheck {

  private static final int LAST_DAY_OF_EVERY_MONTH = 28;

  private PolicyCheck() {}

  /** Empty when the pack can be put in force. */
  public static List<PolicyFault> check(PolicyPack pack) {
    Faults faults = new Faults();
    SellerCheck.check(pack.seller(), faults);
    CatalogueCheck.check(pack.catalogue(), pack.seller().languages(), faults);
    billing(pack.billing(), faults);
    wallet(pack, faults);
    WalletVatCheck.check(pack, faults);
    trial(pack.trial(), faults);
    AccessCheck.check(pack, faults);
    retention(pack, faults);
    PortalCheck.check(pack, faults);
    return faults.all();
  }

  private static void billing(BillingPolicy billing, Faults faults) {
    faults.when(
        billing.invoiceDay() < 1 || billing.invoiceDay() > LAST_DAY_OF_EVERY_MONTH,
        "billing.invoiceDay",
        "Not every month has a day " + billing.invoiceDay(),
        "Use a day from 1 to 28.");
    BillingPolicy.Due due = billing.due();
    faults.when(
        due.dayOfMonth() != 0 && due.dayOfMonth() < billing.invoiceDay(),
        "billing.due.dayOfMonth",
        "The due day "
            + due.dayOfMonth()
            + " lies before the invoice day "
            + billing.invoiceDay()
            + ", no invoice could fall due on it",
        "Use a day from the invoice day on, or 0 and minimumDays.");
  }

  private static void wallet(PolicyPack pack, Faults faults) {
    WalletPolicy wallet = pack.wallet();
    for (int i = 0; i < wallet.bonus().size(); i++) {
      WalletPolicy.BonusStep step = wallet.bonus().get(i);
      String path = Faults.at("wallet.bonus", i);
      faults.when(
          i > 0 && step.from().compareTo(wallet.bonus().get(i - 1).from()) <= 0,
          path + ".from",
          "The bonus steps do not ascend: "
              + step.from().toPlainString()
              + " follows "
              + (i > 0 ? wallet.bonus().get(i - 1).from().toPlainString() : ""),
          "Order the steps by `from`, each larger than the one before.");
      faults.when(
          step.percent().signum() == 0,
          path + ".percent",
          "This step gives no bonus",
          "Give a percentage above 0, or remove the step.");
    }
    faults.when(
        wallet.minimumTopUp() != null && wallet.minimumTopUp().signum() == 0,
        "wallet.minimumTopUp",
        "A smallest top-up of 0 says nothing",
        "Leave minimumTopUp out where any amount is accepted.");
    faults.when(
        wallet.paymentCurrencies().contains(pack.seller().currency()),
        "wallet.paymentCurrencies",
        "The price currency is always accepted",
        "List only other currencies.");
    faults.when(
        !wallet.paymentCurrencies().isEmpty() && wallet.rateSource().isEmpty(),
        "wallet.rateSource",
        "Payments in another currency need a source of rates",
        "Name the source, for example NBU.");
    faults.when(
        wallet.methods().isEmpty(),
        "wallet.methods",
        "There is no way to pay",
        "List at least one payment method, for example bank-transfer.");
  }

  private static void trial(TrialPolicy trial, Faults faults) {
    boolean locks = trial.endAction() == TrialPolicy.EndAction.LOCK_THEN_DELETE;
    faults.when(
        locks && trial.lockDays() == 0,
        "trial.lockDays",
        "LOCK_THEN_DELETE needs the days between lock and deletion",
        "Give 1 or more days, or use DELETE.");
    faults.when(
        !locks && trial.lockDays() != 0,
        "trial.lockDays",
        "DELETE does not wait",
        "Use 0, or LOCK_THEN_DELETE.");
    faults.when(
        trial.days() > 0 && trial.warnDays().isEmpty(),
        "trial.warnDays",
        "The trial's data would be deleted without a notice",
        "Give at least one day before the deletion, for example [7, 3, 1].");
    Set<Integer> tooEarly = new HashSet<>(trial.warnDays());
    tooEarly.removeIf(day -> day <= trial.days() + trial.lockDays());
    faults.when(
        !tooEarly.isEmpty(),
        "trial.warnDays",
        "A warning " + tooEarly + " days before the deletion comes before the trial begins",
        "Use at most " + (trial.days() + trial.lockDays()) + " days.");
  }

  private static void retention(PolicyPack pack, Faults faults) {
    RetentionPolicy retention = pack.retention();
    RetentionPolicy.AfterStop stop = retention.afterStop();
    faults.when(
        stop != null
            && retention.afterCancellation() == null
            && pack.access().stages().stream().noneMatch(AccessStage::stopsService),
        "retention.afterStop",
        "No stage of access stops the service, so this never begins",
        "Give a stage stopsService: true, or leave retention.afterStop out.");
    faults.when(
        stop != null && stop.erasesData() && stop.noticeDays().isEmpty(),
        "retention.afterStop.noticeDays",
        "The data would be deleted without a notice",
        "Give at least one day before the deletion, for example [10, 3, 1].");
    faults.when(
        retention.afterCancellation() != null && stop == null,
        "retention.cancellation.then",
        "A cancellation is treated like a stop, and nothing is said about a stop",
        "Add retention.afterStop, or leave retention.cancellation out.");
    RetentionPolicy.Termination termination = retention.termination();
    faults.when(
        termination != null && termination.noticeDays().isEmpty(),
        "retention.termination.noticeDays",
        "The data would be deleted without a notice",
        "Give at least one day before the deletion, for example [10, 3, 1].");
  }
}
