package org.kontor.billing.selfservice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.kontor.billing.selfservice.boundary.OwnService.Limit;
import org.kontor.billing.selfservice.boundary.OwnService.Option;
import org.kontor.billing.selfservice.boundary.OwnService.PlanChoice;
import org.kontor.billing.selfservice.boundary.OwnService.Trial;
import org.kontor.billing.selfservice.control.Owned;
import org.kontor.billing.selfservice.control.OwnedServices;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.Subscriptions;
import org.kontor.billing.subscription.control.OverdueItems;
import org.kontor.domain.change.ChangePrice;
import org.kontor.domain.change.Situation;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.pricing.WholeMonth;
import org.kontor.domain.retention.Countdown;
import org.kontor.domain.subscription.Cancellation;
import org.kontor.domain.subscription.Limits;
import org.kontor.domain.subscription.Standing.OpenItem;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;

/** Shows a customer its services: plan, price, limits, options, and what it may do with them. */
@Stateless
public class OwnServices {

  @Inject private OwnedServices owned;
  @Inject private Subscriptions subscriptions;
  @Inject private OverdueItems overdue;

  /**
   * @param language of names, where the vendor has it
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, also when it is another customer's
   */
  public OwnService of(long customerId, long id, String language) {
    return shown(owned.get(customerId, id, language), subscriptions.get(id), language);
  }

  /** Several, in their order, with the statements of one. */
  public List<OwnService> all(long customerId, List<SubscriptionView> views, String language) {
    Map<Long, Owned> found = owned.get(customerId, ids(views), language);
    return views.stream()
        .filter(view -> found.containsKey(view.id()))
        .map(view -> shown(found.get(view.id()), view, language))
        .toList();
  }

  private static List<Long> ids(List<SubscriptionView> views) {
    return views.stream().map(SubscriptionView::id).toList();
  }

  private static OwnService shown(Owned own, SubscriptionView view, String language) {
    Situation situation = own.situation();
    if (situation == null) {
      return new OwnService(
          view, view.plan(), null, null, List.of(), List.of(), List.of(), null, false, false);
    }
    Plan plan = situation.terms().plan();
    boolean open = view.state() == State.ACTIVE || view.state() == State.TRIAL;
    boolean living = view.state() == State.ACTIVE || view.state() == State.STOPPED;
    return new OwnService(
        view,
        plan.name().in(language),
        month(own, situation.terms()),
        plan.timing() == Timing.DAILY ? own.pack().billing().dailyDivisor() : null,
        limits(own, situation.terms(), language),
        plans(own, language),
        options(own, language),
        trial(own),
        own.policy().change() && open && !situation.ending(),
        own.policy().cancel() && living && view.endsOn() == null);
  }

  /**
   * What the end of a service would bring, if it were ended today.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public OwnEnding ending(long customerId, long id, String language) {
    return ending(
        owned.get(customerId, id, language), subscriptions.get(id), overdue.of(customerId));
  }

  /** The same of several, by id, with the statements of one. */
  public Map<Long, OwnEnding> endings(
      long customerId, List<SubscriptionView> views, String language) {
    Map<Long, Owned> found = owned.get(customerId, ids(views), language);
    List<OpenItem> open = overdue.of(customerId);
    return views.stream()
        .filter(view -> found.containsKey(view.id()))
        .collect(
            Collectors.toMap(
                SubscriptionView::id, view -> ending(found.get(view.id()), view, open)));
  }

  private static OwnEnding ending(Owned own, SubscriptionView view, List<OpenItem> open) {
    var policy = own.pack().retention();
    boolean atOnce = policy.afterCancellation() != null && policy.afterCancellation().atOnce();
    LocalDate lastDay =
        view.endsOn() != null
            ? view.endsOn()
            : Cancellation.lastDay(view.timing(), view.chargedThrough(), own.today(), atOnce);
    LocalDate deletes =
        policy.afterCancellation() == null || policy.afterStop() == null
            ? null
            : Countdown.afterCancellation(policy.afterStop(), lastDay).deletesOn();
    Money zero = Money.zero(own.pack().seller().currency());
    Money owed = open.stream().map(OpenItem::open).reduce(zero, Money::plus);
    return new OwnEnding(
        lastDay,
        deletes,
        policy.legalTerm().lastDay(own.today()),
        owed.amount(),
        owed.currency().getCurrencyCode(),
        view.waiting() != null,
        view.version());
  }

  /** What a whole month costs by these terms. */
  static MonthView month(Owned own, Terms terms) {
    Map<String, Long> usage = own.situation().usage();
    return MonthView.of(
        WholeMonth.of(
            own.pack(),
            terms.plan(),
            code ->
                terms.plan().component(code).isPresent()
                    ? terms.quantity(code)
                    : usage.getOrDefault(code, 0L),
            own.buyer(),
            YearMonth.from(own.today()).plusMonths(1)));
  }

  /** What is limited is called by the name of what is counted. */
  static String limitName(PolicyPack pack, String code, String language) {
    return pack.catalogue().metrics().stream()
        .filter(metric -> metric.code().equals(code))
        .findFirst()
        .map(metric -> metric.name().in(language))
        .orElse(code);
  }

  private static Trial trial(Owned own) {
    // Also of one that is locked: it can be converted until its data goes (S1.4)
    if (own.situation().state() != State.TRIAL) {
      return null;
    }
    return own.policy().convertTrial() ? Trial.BY_CUSTOMER : Trial.BY_VENDOR;
  }

  private static List<Limit> limits(Owned own, Terms terms, String language) {
    Map<String, Long> allowed =
        new TreeMap<>(Limits.of(terms, own.situation().overrides()).allowed());
    List<Limit> limits = new ArrayList<>();
    allowed.forEach(
        (code, most) ->
            limits.add(
                new Limit(
                    code,
                    limitName(own.pack(), code, language),
                    own.situation().usage().getOrDefault(code, 0L),
                    most)));
    return limits;
  }

  /** Of the same rhythm, and of an installation that the customer has. */
  private static List<PlanChoice> plans(Owned own, String language) {
    Situation situation = own.situation();
    Plan present = situation.terms().plan();
    return own.pack().catalogue().plans().stream()
        .filter(plan -> plan.timing() == present.timing())
        .filter(
            plan ->
                plan.deployment() != Plan.Deployment.DEDICATED_MANAGED
                    || situation.deployment() == plan.deployment())
        .map(plan -> choice(own, plan, language))
        .sorted(Comparator.comparing(PlanChoice::fee))
        .toList();
  }

  private static PlanChoice choice(Owned own, Plan plan, String language) {
    Situation situation = own.situation();
    Terms terms = situation.terms().with(plan, Map.of());
    BigDecimal fee = ChangePrice.fee(own.pack(), terms, situation.usage()).amount();
    return new PlanChoice(
        plan.code(),
        plan.name().in(language),
        fee,
        own.pack().seller().currency().getCurrencyCode(),
        limits(own, terms, language),
        plan.code().equals(situation.terms().plan().code()),
        plan.code().equals(situation.waiting().plan()),
        own.policy().byStaff().contains(plan.code()));
  }

  private static List<Option> options(Owned own, String language) {
    Terms terms = own.situation().terms();
    return terms.plan().components().stream()
        .map(
            component ->
                new Option(
                    component.code(),
                    component.name().in(language),
                    component.kind() == Plan.Component.Kind.SWITCH,
                    terms.quantity(component.code()),
                    component.included(),
                    component.fee(),
                    component.maxQuantity(),
                    own.situation().waiting().components().get(component.code()),
                    own.policy().byStaff().contains(component.code())))
        .toList();
  }
}
