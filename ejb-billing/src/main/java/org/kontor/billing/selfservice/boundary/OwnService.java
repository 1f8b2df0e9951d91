package org.kontor.billing.selfservice.boundary;

import java.math.BigDecimal;
import java.util.List;
import org.kontor.billing.subscription.boundary.SubscriptionView;

/**
 * A service as its customer sees it.
 *
 * @param planName in the reader's language; the plan's code where the policy has it no longer
 * @param month what a whole month costs now; null where the policy has no longer its plan
 * @param dailyDivisor where each day is charged: by what a month's fee is divided; else null
 * @param limits of the plan, with their use
 * @param plans that it can have, the present one among them, by their fee
 * @param options components of the present plan
 * @param trial who makes a paid service of a trial; null where it is none
 * @param changeable whether its people may ask for changes now
 * @param cancellable whether its people may end it now
 */
public record OwnService(
    SubscriptionView subscription,
    String planName,
    MonthView month,
    Integer dailyDivisor,
    List<Limit> limits,
    List<PlanChoice> plans,
    List<Option> options,
    Trial trial,
    boolean changeable,
    boolean cancellable) {

  public OwnService {
    limits = List.copyOf(limits);
    plans = List.copyOf(plans);
    options = List.copyOf(options);
  }

  /** Who makes a paid service of a trial (S1.3). */
  public enum Trial {
    BY_CUSTOMER,
    BY_VENDOR
  }

  /**
   * A limit of a plan.
   *
   * @param used now
   * @param allowed null when unlimited
   */
  public record Limit(String code, String name, long used, Long allowed) {

    /** How much of it is used, 0 to 100. */
    public int getPercent() {
      if (allowed == null) {
        return 0;
      }
      return allowed <= used ? 100 : (int) (used * 100 / allowed);
    }

    /** Whether more is used than allowed. */
    public boolean isExceeded() {
      return allowed != null && used > allowed;
    }
  }

  /**
   * A plan to compare.
   *
   * @param fee net of a whole month with the present options, as far as it has them
   * @param present whether it is in force
   * @param waiting whether it comes on its day
   * @param byStaff whether only the vendor gives it
   */
  public record PlanChoice(
      String code,
      String name,
      BigDecimal fee,
      String currency,
      List<Limit> limits,
      boolean present,
      boolean waiting,
      boolean byStaff) {}

  /**
   * A component of the present plan.
   *
   * @param toggle whether it is on or off, and not counted
   * @param quantity ordered
   * @param included units that the plan's fee covers
   * @param fee net per further unit and month
   * @param most what can be ordered
   * @param waiting quantity on the effective date; null where none waits
   * @param byStaff whether only the vendor gives it
   */
  public record Option(
      String code,
      String name,
      boolean toggle,
      long quantity,
      long included,
      BigDecimal fee,
      long most,
      Long waiting,
      boolean byStaff) {}
}
