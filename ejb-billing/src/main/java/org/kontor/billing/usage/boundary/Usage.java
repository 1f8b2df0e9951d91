package org.kontor.billing.usage.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.kontor.billing.charging.boundary.CurrentUse;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.usage.control.UsageDays;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.BusinessClock;

/** Shows what was used, by day, and what the month costs so far (S3.22). */
@Stateless
public class Usage {

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
    UsageDays.Subscription subscription =
        days.subscription(subscriptionId)
            .filter(found -> caller.sees(found.vendor()))
            .orElseThrow(() -> NotFound.of("subscription"));
    LocalDate today = clock.today(policies.vendor(subscription.vendor()).zone());
    PolicyPack pack = policies.inForce(subscription.vendor(), today);
    YearMonth month = asked == null ? YearMonth.from(today) : asked;
    List<UsageView.Day> used = days.of(pack, subscriptionId, month);
    return new UsageView(
        subscriptionId,
        month,
        days.closedThrough(pack, subscriptionId),
        used,
        month.equals(YearMonth.from(today))
            ? currentUse.ofSubscription(subscriptionId, today)
            : null);
  }
}
