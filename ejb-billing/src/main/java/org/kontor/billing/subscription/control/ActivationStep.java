package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.Optional;
import org.kontor.billing.invoice.control.DocumentIssue;
import org.kontor.billing.invoice.control.IssuedDocument;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.change.Activation;
import org.kontor.domain.change.Activation.Activated;
import org.kontor.domain.change.Activation.BadStart;
import org.kontor.domain.change.Activation.TooLate;
import org.kontor.domain.change.Activation.WrongState;
import org.kontor.domain.change.Activations;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.SubscriptionSnapshot;

/** Lets paying begin, and issues the invoice of the first month where there is one (S1.34). */
@ApplicationScoped
public class ActivationStep {

  private final SubscriptionStore store;
  private final Snapshots snapshots;
  private final DocumentIssue documents;

  @Inject
  public ActivationStep(SubscriptionStore store, Snapshots snapshots, DocumentIssue documents) {
    this.store = store;
    this.snapshots = snapshots;
    this.documents = documents;
  }

  /** For the container's proxy. */
  protected ActivationStep() {
    this(null, null, null);
  }

  /** A start without a trial. */
  public Optional<IssuedDocument> begin(
      Subscription subscription,
      Plan plan,
      PolicyPack pack,
      Tenant tenant,
      LocalDate startOn,
      LocalDate today) {
    return store(
        subscription,
        new Activations(pack)
            .start(snapshot(subscription, startOn), plan, tenant.buyer(), startOn, today));
  }

  /** A conversion from the trial (S1.4). */
  public Optional<IssuedDocument> convert(
      Subscription subscription, Plan plan, PolicyPack pack, Tenant tenant, LocalDate today) {
    return store(
        subscription,
        new Activations(pack)
            .convert(snapshot(subscription, today), plan, tenant.buyer(), today));
  }

  private Optional<IssuedDocument> store(Subscription subscription, Activation activation) {
    if (activation instanceof Activated activated) {
      subscription.activate(activated.on(), activated.chargedThrough());
      store.flush();
      return activated.invoice().map(documents::issue);
    }
    throw problem(activation).asException();
  }

  private SubscriptionSnapshot snapshot(Subscription subscription, LocalDate day) {
    store.flush();
    return snapshots.load(new long[] {subscription.getId()}, day).get(0);
  }

  private static Problem problem(Activation refused) {
    if (refused instanceof TooLate late) {
      return Problem.of(
          ProblemCode.WRONG_STATE,
          "",
          "The trial was over on " + late.lastDay(),
          "Begin a new subscription with trial: false.");
    }
    if (refused instanceof BadStart bad) {
      return Problem.of(
          ProblemCode.INVALID_VALUE,
          "startOn",
          "A plan paid by the month cannot begin in advance on " + bad.asked(),
          "Send " + bad.instead() + ", or leave startOn out to begin today.");
    }
    WrongState state = (WrongState) refused;
    return Problem.of(
        ProblemCode.WRONG_STATE,
        "",
        "It is " + state.state() + ", not in trial",
        "Only a trial can be converted.");
  }
}
