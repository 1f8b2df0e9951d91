package org.kontor.domain.change;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.Direction;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangeDecision.NoChange;
import org.kontor.domain.change.ChangeDecision.Refused;
import org.kontor.domain.change.ChangeDecision.Step;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.Limits;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.UnmetLimit;

/**
 * Decides changes of plan and components, for real and for the preview alike (S1.10–S1.17).
 *
 * <p>What gives more happens at once; what takes away waits for the end of the period that is paid,
 * and is checked against the limits now and again then. Where nothing is paid in advance (trial,
 * daily and arrears plans) components change at once in both directions (S3.26).
 */
public final class Changes {

  private final PolicyPack pack;

  /**
   * @param pack the version in force on the day of the decision
   */
  public Changes(PolicyPack pack) {
    this.pack = pack;
  }

  /**
   * @param today local day of the request
   */
  public ChangeDecision decide(Situation situation, ChangeRequest request, LocalDate today) {
    Optional<Refused> fault = new RequestCheck(pack).check(situation, request);
    if (fault.isPresent()) {
      return fault.get();
    }
    Plan asked = request.plan() == null ? null : pack.plan(request.plan()).orElseThrow();
    Split split = split(situation, request, asked);
    Terms before = situation.terms();
    Terms soon = split.now();
    Terms last = overlay(soon, split.later());
    boolean replaces = !split.later().equals(situation.waiting());
    if (soon.sameAs(before) && !replaces) {
      return new NoChange();
    }
    Optional<Refused> unmet = unmet(situation, before, soon).or(() -> unmet(situation, soon, last));
    if (unmet.isPresent()) {
      return unmet.get();
    }
    Optional<Step> now =
        soon.sameAs(before)
            ? Optional.empty()
            : Optional.of(
                new Step(direction(situation, before, soon), today, diff(before, soon), soon));
    Optional<Step> later =
        split.later().isEmpty()
            ? Optional.empty()
            : Optional.of(
                new Step(
                    Direction.DOWNGRADE,
                    effectiveOn(before.plan().timing(), today),
                    split.later(),
                    last));
    return new Accepted(before, now, later, replaces);
  }

  /** Whether a subscription can begin with this plan and these quantities; empty when it can. */
  public static Optional<Refused> mayBegin(
      Plan plan, Deployment deployment, Map<String, Long> components) {
    return RequestCheck.order(plan, deployment, components);
  }

  /** The second decision, on the effective date, about what waited (S1.17). */
  public ChangeDecision apply(Situation situation, LocalDate date) {
    Optional<Refused> fault = new RequestCheck(pack).check(situation, situation.waiting());
    if (fault.isPresent()) {
      return fault.get();
    }
    Terms before = situation.terms();
    Terms after = overlay(before, situation.waiting());
    if (pack.billing().recheckLimitsAtEffectiveDate()) {
      Optional<Refused> unmet = unmet(situation, before, after);
      if (unmet.isPresent()) {
        return unmet.get();
      }
    }
    Step step = new Step(Direction.DOWNGRADE, date, situation.waiting(), after);
    return new Accepted(before, Optional.of(step), Optional.empty(), true);
  }

  /**
   * The day on which a waiting change takes effect: the next 1st, before its invoice (S1.17,
   * settled reading); the next day where each day is charged.
   */
  public static LocalDate effectiveOn(Timing timing, LocalDate today) {
    return switch (timing) {
      case DAILY -> today.plusDays(1);
      case MONTHLY_ADVANCE, MONTHLY_ARREARS -> YearMonth.from(today).plusMonths(1).atDay(1);
    };
  }

  private record Split(Terms now, ChangeRequest later) {}

  /**
   * What happens at once, and what waits: the part of the old wish not named again, and the new.
   */
  private Split split(Situation situation, ChangeRequest request, Plan asked) {
    Terms before = situation.terms();
    boolean free = situation.state() == State.TRIAL;
    boolean usageBilled =
        before.plan().timing() == Timing.DAILY || before.plan().timing() == Timing.MONTHLY_ARREARS;
    boolean planWaits =
        asked != null
            && !free
            && !asked.code().equals(before.plan().code())
            && direction(situation, before, before.with(asked, Map.of())) == Direction.DOWNGRADE;
    Plan plan = asked == null || planWaits ? before.plan() : asked;
    Map<String, Long> now = new TreeMap<>();
    Map<String, Long> later = new TreeMap<>(situation.waiting().components());
    request
        .components()
        .forEach(
            (code, quantity) -> {
              later.remove(code);
              long present = before.quantity(code);
              boolean offered = plan.component(code).isPresent();
              if (offered && (quantity > present || free || usageBilled)) {
                now.put(code, quantity);
              } else if (quantity != present) {
                later.put(code, quantity);
              }
            });
    String waitingPlan = asked == null ? situation.waiting().plan() : null;
    if (planWaits) {
      waitingPlan = asked.code();
    }
    Plan last = waitingPlan == null ? plan : pack.plan(waitingPlan).orElse(plan);
    later.keySet().removeIf(code -> last.component(code).isEmpty());
    return new Split(before.with(plan, now), new ChangeRequest(waitingPlan, later));
  }

  /** A step is a downgrade when the fee falls or a limit does. */
  private Direction direction(Situation situation, Terms before, Terms after) {
    boolean cheaper =
        ChangePrice.fee(pack, after, situation.usage())
                .compareTo(ChangePrice.fee(pack, before, situation.usage()))
            < 0;
    return cheaper || lowers(situation, before, after) ? Direction.DOWNGRADE : Direction.UPGRADE;
  }

  private static boolean lowers(Situation situation, Terms before, Terms after) {
    return Limits.of(after, situation.overrides())
        .lowerThan(Limits.of(before, situation.overrides()));
  }

  /** S1.14: every limit of a lower plan must be met, and every limit when some limit falls. */
  private Optional<Refused> unmet(Situation situation, Terms before, Terms after) {
    boolean lowerPlan =
        !before.plan().code().equals(after.plan().code())
            && direction(situation, before, after) == Direction.DOWNGRADE;
    if (!lowerPlan && !lowers(situation, before, after)) {
      return Optional.empty();
    }
    List<UnmetLimit> unmet = Limits.of(after, situation.overrides()).check(situation.usage());
    return unmet.isEmpty() ? Optional.empty() : Optional.of(new LimitsNotMet(unmet));
  }

  private Terms overlay(Terms terms, ChangeRequest change) {
    Plan plan =
        change.plan() == null ? terms.plan() : pack.plan(change.plan()).orElse(terms.plan());
    return terms.with(plan, change.components());
  }

  private static ChangeRequest diff(Terms before, Terms after) {
    boolean samePlan = before.plan().code().equals(after.plan().code());
    Map<String, Long> changed = new TreeMap<>();
    before.quantities().forEach((code, quantity) -> changed.put(code, after.quantity(code)));
    after.quantities().forEach(changed::put);
    changed.entrySet().removeIf(e -> e.getValue() == before.quantity(e.getKey()));
    return new ChangeRequest(samePlan ? null : after.plan().code(), changed);
  }
}
