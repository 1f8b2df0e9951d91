package org.kontor.billing.subscription.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.boundary.SubscriptionView.ComponentView;
import org.kontor.billing.subscription.control.SubscriptionDetails;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.Tenant;
import org.kontor.billing.subscription.control.Tenants;
import org.kontor.billing.subscription.control.UsageLevels;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.billing.subscription.entity.SubscriptionComponent;
import org.kontor.domain.change.ChangePrice;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.TrialTimeline;
import org.kontor.domain.time.BusinessClock;

/** Shows subscriptions. */
@ApplicationScoped
public class SubscriptionReader {

  @Inject private SubscriptionStore store;
  @Inject private UsageLevels levels;
  @Inject private Tenants tenants;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;

  SubscriptionView view(Subscription subscription, InvoiceRef firstInvoice) {
    return view(subscription, details(List.of(subscription)), firstInvoice);
  }

  /** Many, with as many statements as for one of each vendor. */
  List<SubscriptionView> views(List<Subscription> subscriptions) {
    if (subscriptions.isEmpty()) {
      return List.of();
    }
    SubscriptionDetails details = details(subscriptions);
    return subscriptions.stream().map(one -> view(one, details, null)).toList();
  }

  private SubscriptionDetails details(List<Subscription> subscriptions) {
    store.flush();
    long[] ids = subscriptions.stream().mapToLong(Subscription::getId).toArray();
    Map<Long, Map<String, Long>> usage = new HashMap<>();
    subscriptions.stream()
        .collect(Collectors.groupingBy(Subscription::getVendorCode))
        .forEach((vendor, some) -> usage.putAll(headcounts(some)));
    return new SubscriptionDetails(
        store.componentsInForce(ids).stream()
            .collect(Collectors.groupingBy(SubscriptionComponent::getSubscriptionId)),
        store.waiting(ids).stream().collect(Collectors.groupingBy(PlanChange::getSubscriptionId)),
        usage);
  }

  /** Only tiers depend on use: of the head-count. */
  private Map<Long, Map<String, Long>> headcounts(List<Subscription> ofOneVendor) {
    LocalDate today = today(ofOneVendor.get(0));
    PolicyPack pack = policies.inForce(ofOneVendor.get(0).getVendorCode(), today);
    List<Subscription> tiered =
        ofOneVendor.stream()
            .filter(
                one -> pack.plan(one.getPlanCode()).filter(p -> !p.tiers().isEmpty()).isPresent())
            .toList();
    return tiered.isEmpty() ? Map.of() : levels.load(tiered, pack, today);
  }

  private SubscriptionView view(
      Subscription subscription, SubscriptionDetails details, InvoiceRef firstInvoice) {
    LocalDate today = today(subscription);
    PolicyPack pack = policies.inForce(subscription.getVendorCode(), today);
    Optional<Plan> plan = pack.plan(subscription.getPlanCode());
    List<ComponentView> components =
        details.components().getOrDefault(subscription.getId(), List.of()).stream()
            .map(c -> new ComponentView(c.getComponentCode(), c.getQuantity(), c.getValidFrom()))
            .toList();
    Map<String, Long> usage = details.usage().getOrDefault(subscription.getId(), Map.of());
    BigDecimal fee = plan.map(p -> fee(p, components, pack, usage)).orElse(null);
    int digits = pack.seller().currency().getDefaultFractionDigits();
    ChangeView waiting =
        details.waiting().getOrDefault(subscription.getId(), List.of()).stream()
            .map(change -> ChangeView.of(change, digits))
            .findFirst()
            .orElse(null);
    return new SubscriptionView(
        subscription.getId(),
        subscription.getCustomerId(),
        subscription.getVendorCode(),
        subscription.getPlanCode(),
        plan.map(p -> p.name().in(pack.seller().languages().get(0))).orElse(null),
        subscription.getTiming(),
        subscription.getState(),
        subscription.getStartedOn(),
        subscription.getTrialLastDay(),
        deletedOn(subscription, pack),
        subscription.getActivatedOn(),
        subscription.getStoppedOn(),
        subscription.getRestoredOn(),
        subscription.getEndsOn(),
        subscription.getCancelledBy(),
        subscription.getChargedThrough(),
        plan.map(Plan::deployment).orElse(Deployment.SHARED),
        components,
        fee,
        pack.seller().currency().getCurrencyCode(),
        waiting,
        firstInvoice,
        subscription.getVersion());
  }

  /** The vendor's local day. */
  LocalDate today(Subscription subscription) {
    return clock.today(policies.vendor(subscription.getVendorCode()).zone());
  }

  Tenant tenant(Subscription subscription) {
    return tenants.find(subscription.getCustomerId()).orElseThrow();
  }

  private static BigDecimal fee(
      Plan plan, List<ComponentView> components, PolicyPack pack, Map<String, Long> usage) {
    Map<String, Long> quantities =
        components.stream()
            .collect(Collectors.toMap(ComponentView::code, ComponentView::quantity, Long::max));
    return ChangePrice.fee(pack, new Terms(plan, quantities), usage).amount();
  }

  private static LocalDate deletedOn(Subscription subscription, PolicyPack pack) {
    return subscription.getState() == State.TRIAL
        ? new TrialTimeline(subscription.getTrialLastDay(), pack.trial()).deletedOn()
        : null;
  }
}
