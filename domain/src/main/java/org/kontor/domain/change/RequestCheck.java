package org.kontor.domain.change;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.domain.change.ChangeDecision.BadQuantity;
import org.kontor.domain.change.ChangeDecision.OtherDeployment;
import org.kontor.domain.change.ChangeDecision.OtherTiming;
import org.kontor.domain.change.ChangeDecision.Refused;
import org.kontor.domain.change.ChangeDecision.UnknownComponent;
import org.kontor.domain.change.ChangeDecision.UnknownPlan;
import org.kontor.domain.change.ChangeDecision.WrongState;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** Whether a change can be understood at all, before it is weighed. */
final class RequestCheck {

  private final PolicyPack pack;

  RequestCheck(PolicyPack pack) {
    this.pack = pack;
  }

  Optional<Refused> check(Situation situation, ChangeRequest request) {
    boolean open = situation.state() == State.ACTIVE || situation.state() == State.TRIAL;
    if (!open || situation.ending()) {
      return Optional.of(new WrongState(situation.state(), situation.ending()));
    }
    Plan present = situation.terms().plan();
    Plan target = present;
    String code = request.plan() == null ? situation.waiting().plan() : request.plan();
    if (code != null) {
      Optional<Plan> found = pack.plan(code);
      if (found.isEmpty()) {
        return Optional.of(new UnknownPlan(code));
      }
      target = found.get();
    }
    if (target.timing() != present.timing()) {
      return Optional.of(new OtherTiming(target.code(), target.timing()));
    }
    if (foreign(target, situation.deployment())) {
      return Optional.of(new OtherDeployment(target.code()));
    }
    // A component may still be bought for the plan in force while another one waits
    Plan fallback = request.plan() == null ? present : target;
    return quantities(target, fallback, request.components());
  }

  static Optional<Refused> order(Plan plan, Deployment deployment, Map<String, Long> components) {
    return foreign(plan, deployment)
        ? Optional.of(new OtherDeployment(plan.code()))
        : quantities(plan, plan, components);
  }

  /** S1.19: the own installation is set up before a plan can run on it. */
  private static boolean foreign(Plan plan, Deployment deployment) {
    return plan.deployment() == Deployment.DEDICATED_MANAGED
        && deployment != Deployment.DEDICATED_MANAGED;
  }

  private static Optional<Refused> quantities(
      Plan target, Plan fallback, Map<String, Long> quantities) {
    for (Map.Entry<String, Long> wish : new TreeMap<>(quantities).entrySet()) {
      Optional<Plan.Component> component =
          target.component(wish.getKey()).or(() -> fallback.component(wish.getKey()));
      if (component.isEmpty()) {
        return Optional.of(new UnknownComponent(wish.getKey(), target.code()));
      }
      Optional<BadQuantity> bad = quantity(component.get(), wish.getValue());
      if (bad.isPresent()) {
        return Optional.of(bad.get());
      }
    }
    return Optional.empty();
  }

  /** A quantity that cannot be ordered of this component, or empty. */
  static Optional<BadQuantity> quantity(Plan.Component component, long quantity) {
    long highest = component.maxQuantity();
    return quantity < 0 || quantity > highest
        ? Optional.of(new BadQuantity(component.code(), quantity, highest))
        : Optional.empty();
  }
}
