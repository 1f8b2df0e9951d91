package org.kontor.system.run;

import org.kontor.system.story.Pack;

/** Bundled packs with a second plan in the rhythm of the first, so that a plan can be changed. */
final class TwoPlans {

  private static final String PLANS = "  plans:\n";

  private TwoPlans() {}

  /** S2 with {@code lite}, 30.00 a day, beside {@code crm}. */
  static Pack daily() {
    return Pack.trusting("intrum")
        .with(PLANS, PLANS + "    - {code: lite, name: {ru: Лайт}, timing: DAILY, fee: 900.00}\n");
  }

  /** S3 with {@code plus}, 39.00 a month, beside {@code base}. */
  static Pack arrears() {
    return Pack.trusting("kabinet")
        .with(
            PLANS,
            PLANS + "    - {code: plus, name: {uk: Плюс}, timing: MONTHLY_ARREARS, fee: 39.00}\n");
  }
}
