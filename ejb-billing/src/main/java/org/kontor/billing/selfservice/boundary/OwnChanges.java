package org.kontor.billing.selfservice.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.kontor.billing.selfservice.boundary.OwnChange.Obstacle;
import org.kontor.billing.selfservice.boundary.OwnChange.Standing;
import org.kontor.billing.selfservice.control.Owned;
import org.kontor.billing.selfservice.control.OwnedServices;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.billing.subscription.boundary.ChangeAnswer;
import org.kontor.billing.subscription.boundary.PlanChanges;
import org.kontor.billing.subscription.boundary.SubscriptionLife;
import org.kontor.billing.subscription.boundary.SubscriptionView;
import org.kontor.billing.subscription.boundary.WantedChange;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.change.Activation.Activated;
import org.kontor.domain.change.Activations;
import org.kontor.domain.change.ChangeDecision;
import org.kontor.domain.change.ChangeDecision.Accepted;
import org.kontor.domain.change.ChangeDecision.LimitsNotMet;
import org.kontor.domain.change.ChangeDecision.NoChange;
import org.kontor.domain.change.ChangeDecision.WrongState;
import org.kontor.domain.change.Changes;
import org.kontor.domain.change.SelfServed;
import org.kontor.domain.change.SelfServed.Bar;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.pricing.WholeMonth;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.subscription.Cancellation.By;
import org.kontor.domain.subscription.ChangeRequest;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.TrialTimeline;

/** What a customer's administrators do with a service by themselves, where the policy lets them. */
@Stateless
public class OwnChanges {

  @Inject private OwnedServices owned;
  @Inject private PlanChanges changes;
  @Inject private SubscriptionLife life;
  @Inject private Snapshots snapshots;
  @Inject private Audit audit;

  /**
   * A change before it is made, with both prices and all that stands against it.
   *
   * @param language of names, where the vendor has it
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public OwnChange preview(long customerId, long id, WantedChange wanted, String language) {
    Owned own = owned.get(customerId, id, language);
    int version = own.subscription().getVersion();
    if (own.situation() == null) {
      return new OwnChange(Standing.WRONG_STATE, "", null, null, null, List.of(), version);
    }
    ChangeRequest request = request(wanted);
    ChangeDecision decision = new Changes(own.pack()).decide(own.situation(), request, own.today());
    ChangeAnswer answer = changes.preview(id, wanted);
    Terms present = own.situation().terms();
    Terms target = decision instanceof Accepted accepted ? accepted.after() : target(own, request);
    return new OwnChange(
        standing(own, request, decision),
        target.plan().name().in(language),
        answer,
        OwnServices.month(own, present),
        decision instanceof Accepted ? OwnServices.month(own, target) : null,
        decision instanceof LimitsNotMet unmet
            ? obstacles(own, unmet, target, language)
            : List.of(),
        version);
  }

  /**
   * Makes a change.
   *
   * @param expectedVersion of the preview
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, CONDITIONS_NOT_MET where it is not the
   *     customer's to make, and all that {@link PlanChanges#request} refuses with
   */
  public ChangeAnswer request(long customerId, long id, WantedChange wanted, int expectedVersion) {
    Owned own = owned.get(customerId, id, "en");
    if (own.situation() != null) {
      ChangeRequest request = request(wanted);
      ChangeDecision decision =
          new Changes(own.pack()).decide(own.situation(), request, own.today());
      SelfServed.bar(own.policy(), own.situation(), request, own.owing(), decision)
          .ifPresent(
              bar -> {
                throw notByCustomer("change", bar.name());
              });
    }
    ChangeAnswer answer = changes.request(id, wanted, expectedVersion);
    audit.record(
        "change.requested",
        "subscription/" + id,
        Map.of("steps", answer.steps().size(), "difference", answer.difference()));
    return answer;
  }

  /**
   * Undoes a change that waits.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, WRONG_STATE when it waits no longer
   */
  public void withdraw(long customerId, long id, long changeId) {
    Owned own = owned.get(customerId, id, "en");
    if (!own.policy().change()) {
      throw notByCustomer("change", Bar.NOT_OFFERED.name());
    }
    changes.withdraw(id, changeId, null);
    audit.record("change.withdrawn", "subscription/" + id, Map.of("change", changeId));
  }

  /**
   * What it would mean to pay for what is on trial.
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, also when it is no trial any more
   */
  public OwnConversion conversion(long customerId, long id, String language) {
    Owned own = owned.get(customerId, id, language);
    if (own.situation() == null || own.subscription().getTrialLastDay() == null) {
      throw NotFound.of("trial");
    }
    SubscriptionSnapshot trial = snapshots.load(new long[] {id}, own.today()).get(0);
    Terms terms = own.situation().terms();
    var decided =
        new Activations(own.pack()).convert(trial, terms.plan(), own.buyer(), own.today());
    if (!(decided instanceof Activated activated)) {
      throw NotFound.of("trial");
    }
    LocalDate end = new TrialTimeline(trial.trialLastDay(), own.pack().trial()).deletedOn();
    return new OwnConversion(
        end.minusDays(1),
        activated.on(),
        activated.invoice().map(WholeMonth::of).map(MonthView::of).orElse(null),
        activated.invoice().map(invoice -> invoice.dueDate()).orElse(null),
        OwnServices.month(own, terms),
        own.subscription().getVersion());
  }

  /**
   * Makes a paid service of a trial, where the policy leaves it to the customer (S1.3).
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, CONDITIONS_NOT_MET, WRONG_STATE,
   *     CONCURRENT_CHANGE
   */
  public SubscriptionView convert(long customerId, long id, int expectedVersion) {
    if (!owned.get(customerId, id, "en").policy().convertTrial()) {
      throw notByCustomer("conversion", Bar.NOT_OFFERED.name());
    }
    return life.convert(id, expectedVersion);
  }

  /**
   * Ends a service with what is paid for (S1.36).
   *
   * @throws org.kontor.domain.problem.Refused NOT_FOUND, CONDITIONS_NOT_MET, WRONG_STATE,
   *     CONCURRENT_CHANGE
   */
  public SubscriptionView cancel(long customerId, long id, int expectedVersion) {
    if (!owned.get(customerId, id, "en").policy().cancel()) {
      throw notByCustomer("cancellation", Bar.NOT_OFFERED.name());
    }
    return life.cancel(id, By.CUSTOMER, expectedVersion);
  }

  private static Standing standing(Owned own, ChangeRequest request, ChangeDecision decision) {
    if (decision instanceof WrongState) {
      return Standing.WRONG_STATE;
    }
    Optional<Bar> bar =
        SelfServed.bar(own.policy(), own.situation(), request, own.owing(), decision);
    if (bar.isPresent()) {
      return Standing.valueOf(bar.get().name());
    }
    if (decision instanceof Accepted) {
      return Standing.OFFERED;
    }
    if (decision instanceof LimitsNotMet) {
      return Standing.LIMITS_NOT_MET;
    }
    return decision instanceof NoChange ? Standing.NO_CHANGE : Standing.UNKNOWN;
  }

  private static Terms target(Owned own, ChangeRequest request) {
    Plan present = own.situation().terms().plan();
    String code = request.plan() == null ? own.situation().waiting().plan() : request.plan();
    Plan plan = code == null ? present : own.pack().plan(code).orElse(present);
    return SelfServed.target(own.situation(), plan, request);
  }

  private static List<Obstacle> obstacles(
      Owned own, LimitsNotMet refusal, Terms target, String language) {
    return SelfServed.obstacles(refusal, target, own.policy().byStaff()).stream()
        .map(
            obstacle -> {
              var remedy = obstacle.remedy();
              return new Obstacle(
                  obstacle.unmet().code(),
                  OwnServices.limitName(own.pack(), obstacle.unmet().code(), language),
                  obstacle.unmet().used(),
                  obstacle.unmet().allowed(),
                  obstacle.over(),
                  remedy.map(way -> way.component().code()).orElse(null),
                  remedy.map(way -> way.component().name().in(language)).orElse(null),
                  remedy.map(SelfServed.Remedy::quantity).orElse(0L),
                  remedy.map(SelfServed.Remedy::more).orElse(0L),
                  remedy.map(way -> way.component().fee()).orElse(null));
            })
        .toList();
  }

  private static ChangeRequest request(WantedChange wanted) {
    return new ChangeRequest(wanted.plan(), new TreeMap<>(wanted.components()));
  }

  private static Refused notByCustomer(String field, String reason) {
    return new Problem(
            ProblemCode.CONDITIONS_NOT_MET,
            field,
            "This is not the customer's to do: " + reason,
            "Ask the vendor.",
            Map.of("reason", reason))
        .asException();
  }
}
