package org.kontor.billing.charging.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.usage.control.UsageDays;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.BusinessClock;

/** Shows what was used, by day, and what the current month costs so far (S3.22). */
@Stateless
public class UsedMonths {

  @Inject private UsageDays days;
  @Inject private CurrentUse currentUse;
  @Inject private PolicyBook policies;
  @Inject private Caller caller;
  @Inject private BusinessClock clock;

  /**
   * @param asked month of the vendor's calendar; null for the current one
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public UsageView of(long subscriptionId, YearMonth asked) {
    String vendor =
        days.vendorOf(subscriptionId)
            .filter(caller::sees)
            .orElseThrow(() -> NotFound.of("subscription"));
    return of(vendor, subscriptionId, asked);
  }

  /** The same of a subscription that was read already. */
  public UsageView of(SubscriptionView subscription, YearMonth asked) {
    caller.mustSee(subscription.vendor(), "subscription");
    return of(subscription.vendor(), subscription.id(), asked);
  }

  private UsageView of(String vendor, long subscriptionId, YearMonth asked) {
    LocalDate today = clock.today(policies.vendor(vendor).zone());
    PolicyPack pack = policies.inForce(vendor, today);
    YearMonth current = YearMonth.from(today);
    YearMonth month = asked == null ? current : asked;
    return new UsageView(
        subscriptionId,
        month,
        days.closedThrough(pack, subscriptionId),
        days.of(pack, subscriptionId, month),
        month.equals(current) ? currentUse.of(vendor, new long[] {subscriptionId}, today) : null);
  }
}
