package org.kontor.billing.subscription.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.control.ActivationStep;
import org.kontor.billing.subscription.control.ChangeSteps;
import org.kontor.billing.subscription.control.Refusals;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.Tenant;
import org.kontor.billing.subscription.control.Tenants;
import org.kontor.billing.subscription.control.TrialNotices;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.change.Changes;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.Terms;
import org.kontor.domain.subscription.TrialTimeline;
import org.kontor.domain.time.BusinessClock;

/** Begins and shows subscriptions (S1.1, S1.11, S1.34). */
@Stateless
public class Subscriptions {

  @Inject private SubscriptionStore store;
  @Inject private SubscriptionReader reader;
  @Inject private Tenants tenants;
  @Inject private ChangeSteps steps;
  @Inject private ActivationStep activation;
  @Inject private TrialNotices notices;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;
  @Inject private Caller caller;
  @Inject private Sql sql;
  @Inject private Ids ids;

  /**
   * Begins a subscription: in trial, or paying from its first day on, with the invoice of the first
   * month where the policy makes one.
   *
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, UNKNOWN_CUSTOMER, UNKNOWN_PLAN,
   *     UNKNOWN_COMPONENT, INVALID_VALUE, WRONG_STATE
   */
  public SubscriptionView create(NewSubscription wanted) {
    if (wanted.customerId() == null) {
      throw Check.missing("customerId");
    }
    if (wanted.plan() == null) {
      throw Check.missing("plan");
    }
    Tenant tenant = tenant(wanted.customerId());
    LocalDate today = clock.today(tenant.zone());
    LocalDate start = wanted.startOn() == null ? today : wanted.startOn();
    PolicyPack pack = policies.inForce(tenant.vendorCode(), start.isAfter(today) ? start : today);
    Plan plan =
        pack.plan(wanted.plan())
            .orElseThrow(() -> Refusals.unknownPlan(wanted.plan()).asException());
    Changes.mayBegin(plan, tenant.deployment(), wanted.components())
        .ifPresent(
            refused -> {
              throw Refusals.problem(refused).asException();
            });
    LocalDate trialEnd = wanted.trial() ? trialEnd(pack, start, today) : null;
    Subscription subscription =
        new Subscription(
            ids.next(),
            tenant.customerId(),
            tenant.vendorCode(),
            plan.code(),
            plan.timing(),
            start,
            trialEnd);
    store.add(subscription);
    steps.enforce(subscription, new Terms(plan, wanted.components()), start);
    if (wanted.trial()) {
      TrialTimeline timeline = new TrialTimeline(trialEnd, pack.trial());
      notices.onStart(subscription, timeline.on(today, false), today);
      return reader.view(subscription, null);
    }
    return reader.view(
        subscription,
        activation
            .begin(subscription, plan, pack, tenant, start, today)
            .map(InvoiceRef::of)
            .orElse(null));
  }

  public SubscriptionView get(long id) {
    return reader.view(store.get(id), null);
  }

  /**
   * Subscriptions by id, of one customer or of all that the caller sees.
   *
   * @param customerId null for all
   */
  public Page<SubscriptionView> list(Long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    String vendor = caller.vendorFilter(null);
    List<Long> found =
        sql.list(
            row -> row.getLong(1),
            "select id from subscription where (?::bigint is null or customer_id = ?)"
                + " and (?::text is null or vendor_code = ?) and id > ? order by id limit ?",
            customerId,
            customerId,
            vendor,
            vendor,
            Page.afterId(after),
            size + 1);
    List<SubscriptionView> views =
        store.byIds(found).stream().map(row -> reader.view(row, null)).toList();
    return Page.of(views, size, view -> Long.toString(view.id()));
  }

  private Tenant tenant(long customerId) {
    Tenant tenant =
        tenants
            .find(customerId)
            .filter(found -> caller.sees(found.vendorCode()))
            .orElseThrow(
                () ->
                    Problem.of(
                            ProblemCode.UNKNOWN_CUSTOMER,
                            "customerId",
                            "There is no such customer",
                            "Create the customer first (POST /customers), or correct the id.")
                        .asException());
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

  private static LocalDate trialEnd(PolicyPack pack, LocalDate start, LocalDate today) {
    if (pack.trial().days() < 1) {
      throw new Problem(
              ProblemCode.WRONG_STATE,
              "trial",
              pack.code() + " offers no trial",
              "Send trial: false.",
              Map.of("vendor", pack.code()))
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
