package org.kontor.billing.subscription.boundary;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Map;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.control.ActivationStep;
import org.kontor.billing.subscription.control.Beginning;
import org.kontor.billing.subscription.control.Quantities;
import org.kontor.billing.subscription.control.Refusals;
import org.kontor.billing.subscription.control.Tenant;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.change.Changes;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.TrialTimeline;
import org.kontor.domain.time.BusinessClock;

/** Decides how subscriptions begin, one or a thousand, without storing anything. */
@ApplicationScoped
public class Beginnings {

  @Inject private ActivationStep activation;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Ids ids;

  /**
   * @param tenants the customers named, as far as they exist
   * @throws org.kontor.domain.problem.Refused with the field that is wrong
   */
  Beginning decide(NewSubscription wanted, Map<Long, Tenant> tenants) {
    if (wanted.customerId() == null) {
      throw Check.missing("customerId");
    }
    if (wanted.plan() == null) {
      throw Check.missing("plan");
    }
    Tenant tenant = visible(tenants.get(wanted.customerId()));
    LocalDate today = clock.today(tenant.zone());
    LocalDate start = wanted.startOn() == null ? today : possible(wanted.startOn(), today);
    Map<String, Long> components = Quantities.complete(wanted.components());
    PolicyPack pack = policies.inForce(tenant.vendorCode(), start.isAfter(today) ? start : today);
    Plan plan =
        pack.plan(wanted.plan())
            .orElseThrow(() -> Refusals.unknownPlan(wanted.plan()).asException());
    Changes.mayBegin(plan, tenant.deployment(), components)
        .ifPresent(
            refused -> {
              throw Refusals.problem(refused).asException();
            });
    Subscription subscription =
        new Subscription(
            ids.next(),
            tenant.customerId(),
            tenant.vendorCode(),
            plan.code(),
            plan.timing(),
            start,
            wanted.trial() ? trialEnd(pack, start, today) : null);
    Terms terms = new Terms(plan, components);
    return new Beginning(
        subscription,
        terms,
        start,
        today,
        wanted.trial()
            ? null
            : activation.decide(subscription, terms, pack, tenant.buyer(), start, today));
  }

  private Tenant visible(Tenant tenant) {
    if (tenant == null || !caller.sees(tenant.vendorCode())) {
      throw Problem.of(
              ProblemCode.UNKNOWN_CUSTOMER,
              "customerId",
              "There is no such customer",
              "Create the customer first (POST /customers), or correct the id.")
          .asException();
    }
    if (tenant.closed()) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "customerId",
              "The customer is closed",
              "Use an active customer.")
          .asException();
    }
    return tenant;
  }

  /** A slip of the keyboard must not begin a subscription in another century. */
  private static LocalDate possible(LocalDate start, LocalDate today) {
    LocalDate earliest = today.minusYears(50);
    LocalDate latest = today.plusYears(1);
    if (start.isBefore(earliest) || start.isAfter(latest)) {
      throw Check.invalid(
          "startOn",
          "A subscription cannot begin on " + start,
          "Send a day from " + earliest + " to " + latest + ".");
    }
    return start;
  }

  private static LocalDate trialEnd(PolicyPack pack, LocalDate start, LocalDate today) {
    if (pack.trial().days() < 1) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "trial",
              pack.code() + " offers no trial",
              "Send trial: false.")
          .asException();
    }
    LocalDate lastDay = TrialTimeline.startingOn(start, pack.trial()).lastDay();
    if (lastDay.isBefore(today)) {
      throw Check.invalid(
          "startOn",
          "A trial begun on " + start + " was over on " + lastDay,
          "Send a later day, or begin without a trial.");
    }
    return lastDay;
  }
}
