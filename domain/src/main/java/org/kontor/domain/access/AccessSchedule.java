package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.kontor.domain.access.AccessFacts.End;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.access.Ladder.Rung;
import org.kontor.domain.customer.Position;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.time.WorkCalendar;

/**
 * The whole future of a subscription's access if nothing else happens. Whoever asks, log-in,
 * nightly run, notice or preview, reads the same steps, so a run that is late changes no decision.
 */
public final class AccessSchedule {

  /** From which moment on which version decides. */
  private final NavigableMap<Instant, AccessPolicy> policies;

  private final AccessFacts facts;
  private final List<Step> steps;

  private AccessSchedule(
      NavigableMap<Instant, AccessPolicy> policies, AccessFacts facts, List<Step> steps) {
    this.policies = policies;
    this.facts = facts;
    this.steps = List.copyOf(steps);
  }

  /**
   * @param calendar of the seller's country; read only where {@link AccessPolicy#needsCalendar}
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING when a day decides whose year is not
   *     there
   */
  public static AccessSchedule of(AccessPolicy policy, AccessFacts facts, WorkCalendar calendar) {
    List<Step> steps = goingOn(policy, facts, calendar);
    for (End end : facts.ends()) {
      steps = before(end.from(), steps);
      steps.add(standing(policy, facts, end.standing(), end.from()));
    }
    return new AccessSchedule(new TreeMap<>(Map.of(Instant.MIN, policy)), facts, steps);
  }

  /**
   * For one person: nobody needs a calendar whom no stage takes anything from.
   *
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING as {@link #of}
   */
  public static AccessSchedule of(
      AccessPolicy policy, AccessFacts facts, WorkCalendar calendar, Role role) {
    try {
      return of(policy, facts, calendar);
    } catch (Refused refused) {
      boolean spared = policy.stages().stream().noneMatch(stage -> Allowed.isLess(stage, role));
      if (refused.problem().code() != ProblemCode.CALENDAR_MISSING || !spared) {
        throw refused;
      }
      return of(policy.withoutStages(), facts, calendar);
    }
  }

  /** This one until another version of the policy is in force, that version's from then on. */
  public AccessSchedule then(Instant from, AccessSchedule successor) {
    List<Step> joint = before(from, steps);
    Step first = successor.at(from);
    joint.add(new Step(from, first.no(), first.stage(), first.because(), first.skippedDays()));
    successor.steps.stream().filter(step -> step.from().isAfter(from)).forEach(joint::add);
    NavigableMap<Instant, AccessPolicy> versions = new TreeMap<>(policies.headMap(from, false));
    versions.put(from, successor.policies.floorEntry(from).getValue());
    versions.putAll(successor.policies.tailMap(from, false));
    return new AccessSchedule(versions, facts, joint);
  }

  /** The steps until a moment; the first one has always been, whatever its moment. */
  private static List<Step> before(Instant end, List<Step> steps) {
    List<Step> before = new ArrayList<>(steps.size() + 1);
    steps.stream().filter(step -> step.from().isBefore(end)).forEach(before::add);
    if (before.isEmpty()) {
      Step first = steps.get(0);
      before.add(
          new Step(Instant.MIN, first.no(), first.stage(), first.because(), first.skippedDays()));
    }
    return before;
  }

  private static List<Step> goingOn(AccessPolicy policy, AccessFacts facts, WorkCalendar calendar) {
    if (facts.standing() != Standing.OPEN) {
      Instant since = facts.standingSince() == null ? Instant.MIN : facts.standingSince();
      return List.of(standing(policy, facts, facts.standing(), since));
    }
    if (facts.debt() == null || policy.trigger() == Trigger.NONE) {
      Because nothing = new Because(Cause.NOTHING_OWED, List.of(), facts.policy(), "", null, null);
      List<Step> free = List.of(new Step(Instant.MIN, 0, AccessStage.FREE, nothing, List.of()));
      return Licences.over(free, policy, facts);
    }
    List<Rung> rungs = Ladder.rungs(policy, facts, calendar);
    if (policy.liftOnDaysOff()) {
      rungs = DaysOff.lifted(rungs, facts, calendar);
    }
    return Licences.over(spared(rungs, facts), policy, facts);
  }

  /** Ascending by {@link Step#from}, never empty. */
  public List<Step> steps() {
    return steps;
  }

  /** The step at a moment. */
  public Step at(Instant moment) {
    Step found = steps.get(0);
    for (Step step : steps) {
      if (step.from().isAfter(moment)) {
        break;
      }
      found = step;
    }
    return found;
  }

  /** The first step after a moment; empty when it stays as it is. */
  public Optional<Step> after(Instant moment) {
    return steps.stream().filter(step -> step.from().isAfter(moment)).findFirst();
  }

  /** What somebody with a role can do at a moment, and what changes for that person next. */
  public AccessDecision decide(Role role, Instant moment) {
    return decide(Position.of(role), moment);
  }

  /** The same of a person: whoever was given the money reaches the page to pay as who may pay. */
  public AccessDecision decide(Position position, Instant moment) {
    Role role = position.role();
    Step now = at(moment);
    Allowed allowed = allowed(now, position, moment);
    for (Instant change : changes(moment)) {
      Step step = at(change);
      Allowed then = allowed(step, position, change);
      if (!then.equals(allowed)) {
        List<LocalDate> skipped =
            step.skippedDays().isEmpty() ? now.skippedDays() : step.skippedDays();
        return new AccessDecision(
            role, moment, now.no(), allowed, now.because(), change, then, step.no(), skipped);
      }
    }
    return new AccessDecision(
        role, moment, now.no(), allowed, now.because(), null, null, now.no(), now.skippedDays());
  }

  /** The moments to come at which somebody's access may change, ascending. */
  private List<Instant> changes(Instant moment) {
    List<Instant> changes = new ArrayList<>(steps.size() + 1);
    steps.stream().map(Step::from).filter(from -> from.isAfter(moment)).forEach(changes::add);
    if (facts.exportUntil() != null && facts.exportUntil().isAfter(moment)) {
      changes.add(facts.exportUntil());
      changes.sort(null);
    }
    return changes;
  }

  private Allowed allowed(Step step, Position position, Instant moment) {
    AccessPolicy policy = policies.floorEntry(moment).getValue();
    Allowed allowed = Allowed.in(step, position.role(), policy);
    if (position.forMoney() != position.role()) {
      allowed = allowed.withPaymentPage(Allowed.in(step, position.forMoney(), policy));
    }
    boolean open = facts.exportUntil() != null && moment.isBefore(facts.exportUntil());
    return open ? allowed.withExport() : allowed;
  }

  private static Step standing(
      AccessPolicy policy, AccessFacts facts, Standing standing, Instant from) {
    Cause cause =
        switch (standing) {
          case CLOSED -> Cause.CLOSED;
          case TRIAL_OVER -> Cause.TRIAL_OVER;
          default -> Cause.STOPPED;
        };
    boolean stopped = cause == Cause.STOPPED;
    AccessStage shut =
        new AccessStage(
            0,
            Effect.BLOCKED,
            Effect.BLOCKED,
            Effect.BLOCKED,
            stopped && policy.exportWhileSuspended(),
            true,
            true,
            List.of());
    List<String> rules =
        switch (cause) {
          case CLOSED -> List.of("S1.31");
          case TRIAL_OVER -> List.of("S1.2");
          default -> List.of();
        };
    Because because = new Because(cause, rules, facts.policy(), "", null, null);
    return new Step(from, 0, shut, because, List.of());
  }

  /** Lays the times in which nobody is restricted over the ladder. */
  private static List<Step> spared(List<Rung> rungs, AccessFacts facts) {
    Because debt = facts.debt().because(facts.policy());
    Instant began = facts.debt().beganOn().atStartOfDay(facts.zone()).toInstant();
    TreeSet<Instant> moments = new TreeSet<>();
    moments.add(began);
    rungs.forEach(rung -> moments.add(rung.from()));
    for (Relief relief : facts.reliefs()) {
      moments.add(relief.from());
      if (relief.until() != null) {
        moments.add(relief.until());
      }
    }
    List<Step> steps = new ArrayList<>(moments.size());
    for (Instant moment : moments) {
      Step step = step(moment, rungs, facts, debt);
      if (steps.isEmpty() || !steps.get(steps.size() - 1).sameAs(step)) {
        steps.add(step);
      }
    }
    return steps;
  }

  private static Step step(Instant moment, List<Rung> rungs, AccessFacts facts, Because debt) {
    Relief relief = null;
    for (Relief other : facts.reliefs()) {
      boolean longer = relief == null || other.outlasts(relief);
      if (other.covers(moment) && longer) {
        relief = other;
      }
    }
    if (relief != null) {
      return new Step(
          moment,
          0,
          AccessStage.FREE,
          debt.instead(relief.cause(), relief.rules(), relief.subject()),
          relief.skipped());
    }
    Rung reached = null;
    for (Rung rung : rungs) {
      if (!rung.from().isAfter(moment)) {
        reached = rung;
      }
    }
    return reached == null
        ? new Step(moment, 0, AccessStage.FREE, debt, List.of())
        : new Step(
            moment,
            reached.no(),
            reached.stage(),
            debt.by(reached.stage().rules()),
            reached.skipped());
  }
}
