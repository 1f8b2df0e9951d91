package org.kontor.domain.access;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import org.kontor.domain.policy.AccessPolicy;
import org.kontor.domain.policy.AccessStage;
import org.kontor.domain.policy.LicenceStage;

/** Lays what a missing licence restricts over the steps of a debt. A hold of staff spares both. */
final class Licences {

  private final AccessFacts facts;
  private final List<LicenceStage> stages;
  private final List<Step> steps;

  private Licences(List<LicenceStage> stages, AccessFacts facts, List<Step> steps) {
    this.stages = stages;
    this.facts = facts;
    this.steps = steps;
  }

  /** The same steps where no product decides on the plan. */
  static List<Step> over(List<Step> steps, AccessPolicy policy, AccessFacts facts) {
    List<LicenceStage> stages =
        policy.licenceStages().stream().filter(stage -> stage.concerns(facts.plan())).toList();
    return stages.isEmpty() ? steps : new Licences(stages, facts, steps).both();
  }

  private List<Step> both() {
    TreeSet<Instant> moments = new TreeSet<>();
    steps.forEach(step -> moments.add(step.from()));
    for (Licence licence : facts.licences()) {
      licence
          .days()
          .forEach(day -> stages.forEach(stage -> moments.add(start(day.plusDays(stage.from())))));
    }
    for (Relief relief : facts.reliefs()) {
      moments.add(relief.from());
      if (relief.until() != null) {
        moments.add(relief.until());
      }
    }
    List<Step> both = new ArrayList<>(moments.size());
    for (Instant moment : moments) {
      Step step = at(moment);
      boolean same = !both.isEmpty() && both.get(both.size() - 1).sameAs(step);
      if (!same) {
        both.add(step);
      }
    }
    return both;
  }

  private Step at(Instant moment) {
    Step step = steps.get(0);
    for (Step other : steps) {
      if (!other.from().isAfter(moment)) {
        step = other;
      }
    }
    LocalDate day = moment.equals(Instant.MIN) ? firstDay() : day(moment);
    AccessStage joint = step.stage();
    Because because = null;
    for (LicenceStage stage : stages) {
      Optional<LocalDate> since =
          Licence.holds(stage, facts.licences(), day)
              .filter(s -> s.equals(LocalDate.MIN) || !day.isBefore(s.plusDays(stage.from())));
      if (since.isPresent()) {
        joint = joint.and(stage.stage());
        because = because == null ? because(stage, since.get()) : because;
      }
    }
    if (because == null) {
      return moved(step, moment);
    }
    Optional<Relief> hold =
        facts.reliefs().stream().filter(r -> r.cause() == Cause.HOLD && r.covers(moment)).findAny();
    if (hold.isPresent()) {
      // Also where nothing is owed, or something that outlasts the hold spares the debt
      Because held = step.because().instead(Cause.HOLD, List.of(), hold.get().subject());
      return new Step(moment, 0, AccessStage.FREE, held, List.of());
    }
    boolean debtRestricts = step.stage().restricts();
    return new Step(
        moment,
        step.no(),
        joint,
        debtRestricts ? step.because() : because,
        debtRestricts ? step.skippedDays() : List.of());
  }

  private static Step moved(Step step, Instant moment) {
    return new Step(moment, step.no(), step.stage(), step.because(), step.skippedDays());
  }

  private Because because(LicenceStage stage, LocalDate since) {
    return new Because(
        Cause.LICENCE,
        stage.stage().rules(),
        facts.policy(),
        stage.product(),
        null,
        since.equals(LocalDate.MIN) ? null : since);
  }

  /** Before anything was ordered. */
  private LocalDate firstDay() {
    return facts.licences().stream()
        .flatMap(Licence::days)
        .min(LocalDate::compareTo)
        .orElse(day(facts.asOf()))
        .minusDays(1);
  }

  private LocalDate day(Instant moment) {
    return LocalDate.ofInstant(moment, facts.zone());
  }

  private Instant start(LocalDate day) {
    return day.atStartOfDay(facts.zone()).toInstant();
  }
}
