package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kontor.domain.access.AccessFacts.Standing;
import org.kontor.domain.access.Ladder.Rung;
import org.kontor.domain.customer.Role;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessPolicy.Trigger;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.AccessStage.Effect;
import org.kontor.domain.time.WorkCalendar;

/**
 * The whole future of a subscription's access if nothing else happens. Whoever asks, log-in,
 * nightly run, notice or preview, reads the same steps, so a run that is late changes no decision.
 */
public final class AccessSchedule {

  private final AccessPolicy policy;
  private final AccessFacts facts;
  private final List<Step> steps;

  private AccessSchedule(AccessPolicy policy, AccessFacts facts, List<Step> steps) {
    this.policy = policy;
    this.facts = facts;
    this.steps = List.copyOf(steps);
  }

  /**
   * @param calendar of the seller's country; read only where {@link AccessPolicy#needsCalendar}
   * @throws org.kontor.domain.problem.Refused CALENDAR_MISSING when a day decides whose year is not
   *     there
   */
  public static AccessSchedule of(AccessPolicy policy, AccessFacts facts, WorkCalendar calendar) {
    if (facts.standing() != Standing.OPEN) {
      return new AccessSchedule(policy, facts, List.of(standing(policy, facts)));
    }
    if (facts.debt() == null || policy.trigger() == Trigger.NONE) {
      Because nothing = new Because(Cause.NOTHING_OWED, List.of(), facts.policy(), "", null, null);
      List<Step> free = List.of(new Step(Instant.MIN, 0, AccessStage.FREE, nothing, List.of()));
      return new AccessSchedule(policy, facts, Licences.over(free, policy, facts));
    }
    List<Rung> rungs = Ladder.rungs(policy, facts, calendar);
    if (policy.liftOnDaysOff()) {
      rungs = DaysOff.lifted(rungs, facts, calendar);
    }
    return new AccessSchedule(policy, facts, Licences.over(spared(rungs, facts), policy, facts));
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

  /** What a person can do at a moment, and what changes for that person next. */
  public AccessDecision decide(Role role, Instant moment) {
    Step now = at(moment);
    Allowed allowed = allowed(now, role, moment);
    Allowed inStage = Allowed.in(now, role, policy);
    for (Step step : steps) {
      if (step.from().isAfter(moment) && !Allowed.in(step, role, policy).equals(inStage)) {
        List<LocalDate> skipped =
            step.skippedDays().isEmpty() ? now.skippedDays() : step.skippedDays();
        return new AccessDecision(
            role,
            moment,
            now.no(),
            allowed,
            now.because(),
            step.from(),
            allowed(step, role, step.from()),
            step.no(),
            skipped);
      }
    }
    return new AccessDecision(
        role, moment, now.no(), allowed, now.because(), null, null, now.no(), now.skippedDays());
  }

  private Allowed allowed(Step step, Role role, Instant moment) {
    Allowed allowed = Allowed.in(step, role, policy);
    boolean open = facts.exportUntil() != null && moment.isBefore(facts.exportUntil());
    return open ? allowed.withExport() : allowed;
  }

  private static Step standing(AccessPolicy policy, AccessFacts facts) {
    Cause cause =
        switch (facts.standing()) {
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
    return new Step(
        facts.standingSince() == null ? Instant.MIN : facts.standingSince(),
        0,
        shut,
        because,
        List.of());
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
