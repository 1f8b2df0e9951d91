package org.kontor.billing.subscription.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kontor.billing.invoice.control.DocumentIssue;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.control.ChangeSteps;
import org.kontor.billing.subscription.control.Refusals;
import org.kontor.billing.subscription.control.Situations;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.PlanChange;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.domain.change.ChangeDecision;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.Refused;
import org.kontor.domain.change.ChangePrice;
import org.kontor.domain.change.ChangeState;
import org.kontor.domain.change.Changes;
import org.kontor.domain.change.Situation;
import org.kontor.domain.explain.Explanation;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.money.Money;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;

/** Changes of plan and components: asked for, previewed, shown, withdrawn (S1.10–S1.17). */
@Stateless
public class PlanChanges {

  @Inject private SubscriptionStore store;
  @Inject private SubscriptionReader reader;
  @Inject private Situations situations;
  @Inject private ChangeSteps steps;
  @Inject private DocumentIssue documents;
  @Inject private PolicyBook policies;
  @Inject private Outbox outbox;

  /**
   * Takes a change: what gives more at once, what takes away on its day. It joins what waits
   * already.
   *
   * @throws org.kontor.domain.problem.Refused LIMITS_NOT_MET with every unmet limit, UNKNOWN_PLAN,
   *     UNKNOWN_COMPONENT, INVALID_VALUE, WRONG_STATE, CONCURRENT_CHANGE
   */
  public ChangeAnswer request(long id, WantedChange wanted, Integer expectedVersion) {
    Subscription subscription = store.forChange(id, expectedVersion);
    Weighed weighed = weigh(subscription, wanted);
    if (weighed.decision() instanceof Refused refused) {
      throw Refusals.problem(refused).asException();
    }
    Accepted accepted = (Accepted) weighed.decision();
    Buyer buyer = reader.tenant(subscription).buyer();
    ChangePrice price =
        ChangePrice.of(weighed.pack(), weighed.situation(), accepted, buyer, weighed.today());
    if (accepted.replacesWaiting()) {
      store
          .waiting(id)
          .forEach(old -> old.becomes(ChangeState.WITHDRAWN, "a later request replaced it"));
    }
    List<PlanChange> changes = new ArrayList<>();
    InvoiceRef invoice = null;
    if (accepted.now().isPresent()) {
      PlanChange now = applyNow(subscription, accepted, weighed.today());
      changes.add(now);
      invoice = bill(subscription, now, price, weighed.pack(), buyer);
    }
    if (accepted.replacesWaiting()) {
      accepted
          .later()
          .map(step -> steps.record(subscription, step, weighed.today(), ChangeState.WAITING))
          .ifPresent(changes::add);
    }
    tell(subscription, changes, weighed.today());
    store.flush();
    int digits = price.before().currency().getDefaultFractionDigits();
    return answer(
        weighed,
        accepted,
        price,
        changes.stream().map(change -> ChangeView.of(change, digits)).toList(),
        invoice,
        subscription.getVersion());
  }

  /** The same decision without storing it. */
  public ChangeAnswer preview(long id, WantedChange wanted) {
    Subscription subscription = store.get(id);
    Weighed weighed = weigh(subscription, wanted);
    if (weighed.decision() instanceof Refused refused) {
      return ChangeAnswer.refused(Refusals.problem(refused), subscription.getVersion());
    }
    Accepted accepted = (Accepted) weighed.decision();
    Buyer buyer = reader.tenant(subscription).buyer();
    ChangePrice price =
        ChangePrice.of(weighed.pack(), weighed.situation(), accepted, buyer, weighed.today());
    List<ChangeView> planned = new ArrayList<>();
    accepted.now().ifPresent(step -> planned.add(planned(step, weighed.today(), true)));
    accepted.later().ifPresent(step -> planned.add(planned(step, weighed.today(), false)));
    return answer(weighed, accepted, price, planned, null, subscription.getVersion());
  }

  /** All changes of a subscription, in the order in which they were asked for. */
  public List<ChangeView> list(long id) {
    Subscription subscription = store.get(id);
    int digits =
        policies.vendor(subscription.getVendorCode()).currency().getDefaultFractionDigits();
    return store.changes(id).stream().map(change -> ChangeView.of(change, digits)).toList();
  }

  /**
   * Withdraws a waiting change.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, or WRONG_STATE when it waits no longer
   */
  public void withdraw(long id, long changeId, Integer expectedVersion) {
    Subscription subscription = store.forChange(id, expectedVersion);
    PlanChange change = store.change(id, changeId).orElseThrow(() -> NotFound.of("change"));
    if (change.getState() != ChangeState.WAITING) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "The change is " + change.getState(),
              "Only a waiting change can be withdrawn; ask for a new change instead.")
          .asException();
    }
    change.becomes(ChangeState.WITHDRAWN, "on request");
    outbox.add(
        "change.withdrawn",
        Long.toString(changeId),
        subscription.getVendorCode(),
        subscription.getCustomerId(),
        Map.of("subscriptionId", id),
        reader.today(subscription));
  }

  private record Weighed(
      LocalDate today, PolicyPack pack, Situation situation, ChangeDecision decision) {}

  private Weighed weigh(Subscription subscription, WantedChange wanted) {
    LocalDate today = reader.today(subscription);
    PolicyPack pack = policies.inForce(subscription.getVendorCode(), today);
    Situation situation = situations.of(subscription, pack, today);
    return new Weighed(
        today, pack, situation, new Changes(pack).decide(situation, wanted.request(), today));
  }

  private PlanChange applyNow(Subscription subscription, Accepted accepted, LocalDate today) {
    ChangeDecision.Step now = accepted.now().orElseThrow();
    steps.enforce(subscription, now.terms(), today);
    return steps.record(subscription, now, today, ChangeState.APPLIED);
  }

  /** The two other readings of S1.13; the default one does nothing here. */
  private InvoiceRef bill(
      Subscription subscription,
      PlanChange change,
      ChangePrice price,
      PolicyPack pack,
      Buyer buyer) {
    Optional<Explanation> arrears = price.arrears();
    if (arrears.isPresent()) {
      Money amount = new Money(arrears.get().recompute(), pack.seller().currency());
      change.leaves(amount.minor(), arrears.get().compact());
    }
    store.flush();
    return price
        .invoice(pack, change.getId(), subscription.getCustomerId(), subscription.getId(), buyer)
        .map(documents::issue)
        .map(InvoiceRef::of)
        .orElse(null);
  }

  private void tell(Subscription subscription, List<PlanChange> changes, LocalDate today) {
    for (PlanChange change : changes) {
      boolean waits = change.getState() == ChangeState.WAITING;
      outbox.add(
          waits ? "change.waiting" : "change.applied",
          Long.toString(change.getId()),
          subscription.getVendorCode(),
          subscription.getCustomerId(),
          Map.of("subscriptionId", subscription.getId(), "effectiveOn", change.getEffectiveOn()),
          today);
    }
  }

  private static ChangeView planned(ChangeDecision.Step step, LocalDate today, boolean now) {
    return new ChangeView(
        null,
        step.direction(),
        now ? ChangeState.APPLIED : ChangeState.WAITING,
        today,
        step.effectiveOn(),
        step.change().plan(),
        step.change().components(),
        null,
        null,
        null);
  }

  private static ChangeAnswer answer(
      Weighed weighed,
      Accepted accepted,
      ChangePrice price,
      List<ChangeView> views,
      InvoiceRef invoice,
      int version) {
    BigDecimal rest = price.restNet().amount();
    LocalDate newPriceFrom =
        Changes.effectiveOn(accepted.before().plan().timing(), weighed.today());
    return new ChangeAnswer(
        true,
        null,
        views,
        price.before().amount(),
        price.after().amount(),
        price.difference().amount(),
        price.before().currency().getCurrencyCode(),
        newPriceFrom,
        weighed.pack().billing().change(),
        rest,
        invoice,
        version);
  }
}
