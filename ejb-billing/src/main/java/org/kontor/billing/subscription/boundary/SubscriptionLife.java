package org.kontor.billing.subscription.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.control.ActivationStep;
import org.kontor.billing.subscription.control.ChangeSteps;
import org.kontor.billing.subscription.control.Erasure;
import org.kontor.billing.subscription.control.OverdueItems;
import org.kontor.billing.subscription.control.Refusals;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Audit;
import org.kontor.crm.platform.boundary.Outbox;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Check;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.policy.RetentionPolicy.AfterCancellation;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.problem.Refused;
import org.kontor.domain.subscription.Cancellation;
import org.kontor.domain.subscription.Cancellation.By;
import org.kontor.domain.subscription.Standing;
import org.kontor.domain.subscription.Standing.OpenItem;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/** What staff do with a subscription's life: convert, stop, restore, cancel. */
@Stateless
public class SubscriptionLife {

  @Inject private SubscriptionStore store;
  @Inject private SubscriptionReader reader;
  @Inject private ActivationStep activation;
  @Inject private ChangeSteps steps;
  @Inject private Erasure erasure;
  @Inject private OverdueItems overdueItems;
  @Inject private PolicyBook policies;
  @Inject private Outbox outbox;
  @Inject private Audit audit;
  @Inject private Sql sql;

  /**
   * Converts a trial before its data goes; the data stays, unless the policy says otherwise
   * (S1.3–S1.5).
   *
   * @throws Refused WRONG_STATE when it is no trial, or over
   */
  public SubscriptionView convert(long id, Integer expectedVersion) {
    Subscription subscription = store.forChange(id, expectedVersion);
    LocalDate today = reader.today(subscription);
    PolicyPack pack = policies.inForce(subscription.getVendorCode(), today);
    Plan plan =
        pack.plan(subscription.getPlanCode())
            .orElseThrow(() -> Refusals.unknownPlan(subscription.getPlanCode()).asException());
    InvoiceRef invoice =
        activation
            .convert(subscription, plan, pack, reader.tenant(subscription), today)
            .map(InvoiceRef::of)
            .orElse(null);
    if (!pack.trial().keepDataOnConversion()) {
      erasure.erase(subscription);
    }
    return done(subscription, "subscription.activated", today, Map.of(), invoice);
  }

  /**
   * Stops a subscription; a waiting change lapses.
   *
   * @throws Refused WRONG_STATE when it is not active, MISSING_VALUE without a reason
   */
  public SubscriptionView stop(long id, StopReason why, Integer expectedVersion) {
    String reason = Check.text("reason", why.reason(), 1, 500);
    Subscription subscription = store.forChange(id, expectedVersion);
    must(subscription, State.ACTIVE, "stopped");
    LocalDate today = reader.today(subscription);
    subscription.stop(today);
    steps.lapse(id, "the subscription was stopped");
    return done(subscription, "subscription.stopped", today, Map.of("reason", reason), null);
  }

  /**
   * Brings a stopped subscription back. A part payment does not suffice (S1.35); the rest of the
   * month is not billed (S1.33).
   *
   * @throws Refused WRONG_STATE when it is not stopped, or something overdue is open
   */
  public SubscriptionView restore(long id, Integer expectedVersion) {
    Subscription subscription = store.forChange(id, expectedVersion);
    must(subscription, State.STOPPED, "restored");
    LocalDate today = reader.today(subscription);
    PolicyPack pack = policies.inForce(subscription.getVendorCode(), today);
    List<OpenItem> owing =
        Standing.mayRestore(overdueItems.of(subscription.getCustomerId()), today, pack.billing());
    if (!owing.isEmpty()) {
      throw new Problem(
              ProblemCode.WRONG_STATE,
              "",
              owing.size() + " overdue invoices are not paid in full",
              "Record their payment first (POST /payments); a part of it is not enough.",
              Map.of("overdue", owing.stream().map(SubscriptionLife::row).toList()))
          .asException();
    }
    subscription.restore(today);
    return done(subscription, "subscription.restored", today, Map.of(), null);
  }

  /**
   * Cancels: it ends with what is paid for, a waiting change lapses (S1.36).
   *
   * @param by who may take it back
   * @throws Refused WRONG_STATE when it is in trial, over, or cancelled already
   */
  public SubscriptionView cancel(long id, By by, Integer expectedVersion) {
    Subscription subscription = store.forChange(id, expectedVersion);
    State state = subscription.getState();
    if (state != State.ACTIVE && state != State.STOPPED || subscription.getEndsOn() != null) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              subscription.getEndsOn() == null
                  ? "It is " + state
                  : "It ends on " + subscription.getEndsOn(),
              "Only a paying subscription can be cancelled, once; a trial ends by itself.")
          .asException();
    }
    LocalDate today = reader.today(subscription);
    AfterCancellation policy =
        policies.inForce(subscription.getVendorCode(), today).retention().afterCancellation();
    boolean atOnce = policy != null && policy.atOnce();
    LocalDate lastDay =
        Cancellation.lastDay(
            subscription.getTiming(), subscription.getChargedThrough(), today, atOnce);
    subscription.cancel(lastDay, by);
    steps.lapse(id, "the subscription was cancelled");
    return done(subscription, "subscription.cancelled", today, Map.of("endsOn", lastDay), null);
  }

  /**
   * Takes a cancellation back through its last day: the subscription goes on as if nothing had been
   * asked. What lapsed with it stays lapsed.
   *
   * @throws Refused WRONG_STATE when it was not cancelled, is over, or moves to another provider
   */
  public SubscriptionView keep(long id, Integer expectedVersion) {
    Subscription subscription = store.forChange(id, expectedVersion);
    State state = subscription.getState();
    boolean ending =
        (state == State.ACTIVE || state == State.STOPPED) && subscription.getEndsOn() != null;
    LocalDate today = reader.today(subscription);
    if (!ending || Cancellation.isOver(state, subscription.getEndsOn(), today)) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              ending ? "It ended on " + subscription.getEndsOn() : "It is not cancelled",
              "Begin a new subscription when it is over.")
          .asException();
    }
    if (moves(id)) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "It ends because the customer moves to another provider",
              "Cancel that case instead (POST /retention/cases/{id}/cancellation).")
          .asException();
    }
    subscription.endOn(null);
    return done(subscription, "subscription.kept", today, Map.of(), null);
  }

  /** Whose cancellation it is: the move's case has its own way back. */
  private boolean moves(long id) {
    return sql.one(
            row -> true,
            "select 1 from retention_case where subscription_id = ? and kind = 'TERMINATION'"
                + " and state in ('ELIGIBLE', 'ANNOUNCED', 'DUE')",
            id)
        .isPresent();
  }

  private SubscriptionView done(
      Subscription subscription,
      String topic,
      LocalDate today,
      Map<String, Object> detail,
      InvoiceRef invoice) {
    outbox.add(
        topic,
        // Each act raises the version: two stops of one day are two events
        subscription.getId() + ":" + subscription.getVersion(),
        subscription.getVendorCode(),
        subscription.getCustomerId(),
        detail,
        today);
    SubscriptionView view = reader.view(subscription, invoice);
    audit.record(topic, "subscription/" + subscription.getId(), detail);
    return view;
  }

  private static void must(Subscription subscription, State wanted, String act) {
    if (subscription.getState() != wanted) {
      throw Problem.of(
              ProblemCode.WRONG_STATE,
              "",
              "It is " + subscription.getState(),
              "Only a subscription that is " + wanted + " can be " + act + ".")
          .asException();
    }
  }

  private static Map<String, Object> row(OpenItem item) {
    return Map.of(
        "due", item.due(),
        "open", item.open().amount(),
        "currency", item.open().currency().getCurrencyCode());
  }
}
