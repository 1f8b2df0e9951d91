package org.kontor.domain.policy;

import java.util.List;
import java.util.Optional;
import org.kontor.domain.policy.LicenceStage.When;

/**
 * Stages of licences that nobody can reach, that contradict each other, or that shut payers out.
 */
final class LicenceStageCheck {

  private static final String STAGES = "access.licenceStages";

  private final PolicyPack pack;
  private final List<LicenceStage> stages;
  private final Faults faults;

  private LicenceStageCheck(PolicyPack pack, Faults faults) {
    this.pack = pack;
    this.stages = pack.access().licenceStages();
    this.faults = faults;
  }

  static void check(PolicyPack pack, Faults faults) {
    LicenceStageCheck check = new LicenceStageCheck(pack, faults);
    for (int i = 0; i < check.stages.size(); i++) {
      check.reached(i);
      check.wayToPay(i);
      for (int j = 0; j < i; j++) {
        check.contradicts(j, i);
      }
    }
  }

  private void reached(int place) {
    LicenceStage stage = stages.get(place);
    String path = Faults.at(STAGES, place);
    Optional<Product> product = pack.product(stage.product());
    faults.when(
        product.isEmpty(),
        path + ".product",
        "There is no product " + stage.product(),
        "Add it to catalogue.products, or correct the code.");
    for (int i = 0; i < stage.plans().size(); i++) {
      faults.when(
          pack.plan(stage.plans().get(i)).isEmpty(),
          Faults.at(path + ".plans", i),
          "There is no plan " + stage.plans().get(i),
          "Add it to catalogue.plans, or correct the code.");
    }
    boolean endless = product.isPresent() && product.get().termMonths() == 0;
    faults.when(
        endless && stage.when().contains(When.EXPIRED),
        path + ".when",
        "The product " + stage.product() + " has no end, so it never expires",
        "Give it termMonths, or take EXPIRED out.");
    faults.when(
        product.isPresent()
            && (endless || !product.get().renews())
            && stage.when().contains(When.RENEWAL_UNPAID),
        path + ".when",
        "No renewal of the product " + stage.product() + " is ever invoiced",
        "Give it termMonths and renews: true, or take RENEWAL_UNPAID out.");
    faults.when(
        stage.from() > 0 && stage.when().stream().anyMatch(when -> !when.isDated()),
        path + ".from",
        "No day is known from which WITHDRAWN or NEVER_ORDERED could be counted",
        "Use 0, or a stage of its own for them.");
  }

  /** Whoever may pay reaches the page to pay, or the block could not be ended (S1.28, S3.20). */
  private void wayToPay(int place) {
    AccessStage stage = stages.get(place).stage();
    faults.when(
        (!pack.access().paymentPageStaysOpen() || pack.access().payers().isEmpty())
            && !stage.mainAdministrator().reachesPayment()
            && !stage.administrator().reachesPayment(),
        Faults.at(STAGES, place),
        "Nobody who may pay reaches the page to pay, so nobody could renew the licence",
        "Set access.paymentPageStaysOpen: true, or leave an administrator PAYMENT_PAGE_ONLY.");
  }

  private void contradicts(int first, int second) {
    LicenceStage one = stages.get(first);
    LicenceStage other = stages.get(second);
    if (!one.meets(other)) {
      return;
    }
    String path = Faults.at(STAGES, second);
    faults.when(
        one.from() == other.from(),
        path + ".from",
        "The stage says again what " + Faults.at(STAGES, first) + " says for the same day",
        "Let each state of a product have one stage for a day.");
    LicenceStage later = one.from() > other.from() ? one : other;
    LicenceStage earlier = later == one ? other : one;
    faults.when(
        one.from() != other.from() && later.stage().softens(earlier.stage()),
        path,
        "The stage from "
            + later.from()
            + " gives back what the one from "
            + earlier.from()
            + " had taken",
        "Let no stage be milder than an earlier one; the harder of two counts.");
  }
}
