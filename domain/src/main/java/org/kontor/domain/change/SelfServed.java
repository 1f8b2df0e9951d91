package org.kontor.domain.change;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.Direction;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangeDecision.Step;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PortalPolicy.SelfService;
import org.kontor.domain.policy.PortalPolicy.WhileOwing;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.UnmetLimit;

/** What of a change customers may make by themselves, and what would clear its way. */
public final class SelfServed {

  private SelfServed() {}

  /** Why a change is not the customer's to make. */
  public enum Bar {
    /** The vendor makes all changes. */
    NOT_OFFERED,
    /** The vendor gives this plan or component. */
    BY_STAFF,
    /** Something is overdue, or the balance negative. */
    OWING
  }

  /**
   * @param owing whether something is overdue or the balance negative
   * @param decision what would become of the change
   * @return empty where the customer may
   */
  public static Optional<Bar> bar(
      SelfService policy,
      Situation situation,
      ChangeRequest request,
      boolean owing,
      ChangeDecision decision) {
    if (!policy.change()) {
      return Optional.of(Bar.NOT_OFFERED);
    }
    if (byStaff(policy, situation.terms(), request)) {
      return Optional.of(Bar.BY_STAFF);
    }
    if (!owing || !(decision instanceof Accepted accepted)) {
      return Optional.empty();
    }
    boolean more =
        accepted.now().map(Step::direction).filter(Direction.UPGRADE::equals).isPresent();
    boolean barred =
        policy.whileOwing() == WhileOwing.NOTHING || policy.whileOwing() == WhileOwing.LESS && more;
    return barred ? Optional.of(Bar.OWING) : Optional.empty();
  }

  /** Keeping or giving back what the vendor gave is anybody's right. */
  private static boolean byStaff(SelfService policy, Terms present, ChangeRequest request) {
    boolean plan =
        request.plan() != null
            && policy.byStaff().contains(request.plan())
            && !request.plan().equals(present.plan().code());
    return plan
        || request.components().entrySet().stream()
            .anyMatch(
                wish ->
                    policy.byStaff().contains(wish.getKey())
                        && wish.getValue() > present.quantity(wish.getKey()));
  }

  /**
   * What stands against a downgrade, each with the units of a component of the target plan that
   * would raise the limit far enough (S1.11, S1.15).
   *
   * @param target the terms as asked for
   * @param byStaff components that are no way out, because the vendor gives them
   */
  public static List<Obstacle> obstacles(LimitsNotMet refusal, Terms target, Set<String> byStaff) {
    return refusal.unmet().stream()
        .map(
            unmet ->
                new Obstacle(
                    unmet,
                    target.plan().components().stream()
                        .filter(c -> unmet.code().equals(c.raisesLimit()) && c.raisesBy() > 0)
                        .filter(c -> !byStaff.contains(c.code()))
                        .findFirst()
                        .flatMap(component -> remedy(unmet, component, target))))
        .toList();
  }

  private static Optional<Remedy> remedy(UnmetLimit unmet, Plan.Component component, Terms target) {
    long over = unmet.used() - unmet.allowed();
    long more = over / component.raisesBy() + (over % component.raisesBy() == 0 ? 0 : 1);
    long base = Math.max(target.quantity(component.code()), component.included());
    return more > component.maxQuantity() - base
        ? Optional.empty()
        : Optional.of(new Remedy(component, more, base + more));
  }

  /** The terms that a request asks for, whether they are possible or not. */
  public static Terms target(Situation situation, Plan plan, ChangeRequest request) {
    Map<String, Long> wanted = new TreeMap<>(situation.waiting().components());
    wanted.putAll(request.components());
    return situation.terms().with(plan, wanted);
  }

  /**
   * A limit that usage exceeds.
   *
   * @param remedy empty where the plan has no component that raises it
   */
  public record Obstacle(UnmetLimit unmet, Optional<Remedy> remedy) {

    /** By how much usage must go down. */
    public long over() {
      return unmet.used() - unmet.allowed();
    }
  }

  /**
   * Units that raise the limit far enough.
   *
   * @param more units beyond those that are ordered
   * @param quantity units then ordered
   */
  public record Remedy(Plan.Component component, long more, long quantity) {}
}
