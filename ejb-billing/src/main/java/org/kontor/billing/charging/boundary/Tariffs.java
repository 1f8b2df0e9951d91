package org.kontor.billing.charging.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.charging.boundary.TariffView.Gauge;
import org.kontor.billing.charging.boundary.TariffView.Metered;
import org.kontor.billing.charging.boundary.TariffView.Tier;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.usage.boundary.UsedDay;
import org.kontor.billing.usage.control.UsageBook;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.policy.Metric;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.pricing.PriceList;
import org.kontor.domain.time.BusinessClock;

/** Shows the price steps and free units that the use of a subscription meets (S2.8, S3.26). */
@Stateless
public class Tariffs {

  @Inject private UsageBook book;
  @Inject private PolicyBook policies;
  @Inject private Caller caller;
  @Inject private BusinessClock clock;

  /**
   * @param usage of this subscription in the month that is told
   * @param language of names, where the seller has it
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, also when the policy in force has no
   *     longer this plan
   */
  public TariffView of(SubscriptionView subscription, UsageView usage, String language) {
    caller.mustSee(subscription.vendor(), "subscription");
    LocalDate today = clock.today(policies.vendor(subscription.vendor()).zone());
    PolicyPack pack = policies.inForce(subscription.vendor(), today);
    Plan plan = pack.plan(subscription.plan()).orElseThrow(() -> NotFound.of("plan"));
    List<UsedDay> used = usage.days();
    Map<String, Long> before = gaugesBefore(pack, subscription.id(), usage.month().atDay(1));
    return new TariffView(
        plan.name().in(language),
        pack.seller().currency().getCurrencyCode(),
        tiers(plan, plan.tiers().isEmpty() ? 0 : headcount(pack, subscription.id(), today)),
        plan.usage().stream()
            .map(
                price ->
                    new Metered(
                        price.metric(),
                        name(pack, price.metric(), language),
                        price.unitPrice(),
                        price.included(),
                        used.stream()
                            .filter(day -> day.metric().equals(price.metric()))
                            .mapToLong(day -> day.total() == null ? 0 : day.total())
                            .sum()))
            .toList(),
        gauges(pack).stream()
            .map(
                gauge ->
                    new Gauge(
                        gauge.code(),
                        gauge.name().in(language),
                        before.getOrDefault(gauge.code(), 0L)))
            .toList());
  }

  private long headcount(PolicyPack pack, long subscriptionId, LocalDate today) {
    return gaugesBefore(pack, subscriptionId, today.plusDays(1)).getOrDefault(Metric.HEADCOUNT, 0L);
  }

  private Map<String, Long> gaugesBefore(PolicyPack pack, long subscriptionId, LocalDate day) {
    String[] codes = gauges(pack).stream().map(Metric::code).toArray(String[]::new);
    return book.carriedIn(subscriptionId, codes, day);
  }

  private static List<Tier> tiers(Plan plan, long headcount) {
    Plan.PriceTier here = plan.tiers().isEmpty() ? null : PriceList.tier(plan, headcount);
    return plan.tiers().stream()
        .map(tier -> new Tier(tier.name(), tier.upTo(), tier.fee(), tier.equals(here)))
        .toList();
  }

  private static List<Metric> gauges(PolicyPack pack) {
    return pack.catalogue().metrics().stream()
        .filter(metric -> metric.kind() == Metric.Kind.GAUGE)
        .toList();
  }

  private static String name(PolicyPack pack, String metric, String language) {
    return pack.catalogue().metrics().stream()
        .filter(known -> known.code().equals(metric))
        .findFirst()
        .map(known -> known.name().in(language))
        .orElse(metric);
  }
}
