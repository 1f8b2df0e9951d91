package org.kontor.billing.subscription.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.boundary.SubscriptionView.ComponentView;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.Tenant;
import org.kontor.billing.subscription.control.Tenants;
import org.kontor.billing.subscription.control.UsageLevels;
import org.kontor.billing.subscription.entity.Subscription;
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
    store.flush();
    LocalDate today = today(subscription);
    PolicyPack pack = policies.inForce(subscription.getVendorCode(), today);
    Optional<Plan> plan = pack.plan(subscription.getPlanCode());
    List<ComponentView> components =
        store.componentsInForce(subscription.getId()).stream()
            .map(c -> new ComponentView(c.getComponentCode(), c.getQuantity(), c.getValidFrom()))
            .toList();
    BigDecimal fee = plan.map(p -> fee(subscription, p, components, pack, today)).orElse(null);
    int digits = pack.seller().currency().getDefaultFractionDigits();
    ChangeView waiting =
        store.waiting(subscription.getId()).stream()
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

  private BigDecimal fee(
      Subscription subscription,
      Plan plan,
      List<ComponentView> components,
      PolicyPack pack,
      LocalDate today) {
    Map<String, Long> quantities =
        components.stream()
            .collect(Collectors.toMap(ComponentView::code, ComponentView::quantity, Long::max));
    // Only tiers depend on use: of the head-count
    Map<String, Long> usage =
        plan.tiers().isEmpty()
            ? Map.of()
            : levels
                .load(List.of(subscription), pack, today)
                .getOrDefault(subscription.getId(), Map.of());
    return ChangePrice.fee(pack, new Terms(plan, quantities), usage).amount();
  }

  private static LocalDate deletedOn(Subscription subscription, PolicyPack pack) {
    return subscription.getState() == State.TRIAL
        ? new TrialTimeline(subscription.getTrialLastDay(), pack.trial()).deletedOn()
        : null;
  }
}
