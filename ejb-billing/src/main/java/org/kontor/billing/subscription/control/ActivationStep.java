package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.kontor.billing.invoice.control.DocumentIssue;
import org.kontor.billing.invoice.control.IssuedDocument;
import org.kontor.billing.snapshot.control.Snapshots;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.domain.change.Activation;
import org.kontor.domain.change.Activation.Activated;
import org.kontor.domain.change.Activation.BadStart;
import org.kontor.domain.change.Activation.TooLate;
import org.kontor.domain.change.Activation.WrongState;
import org.kontor.domain.change.Activations;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Plan;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.ProblemCode;
import org.kontor.domain.subscription.SubscriptionSnapshot;
import org.kontor.domain.subscription.SubscriptionSnapshot.ComponentPeriod;
import org.kontor.domain.subscription.Terms;

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

  /**
   * A start without a trial; stores nothing.
   *
   * @throws org.kontor.domain.problem.Refused when paying cannot begin on that day
   */
  public Activated decide(
      Subscription subscription,
      Terms terms,
      PolicyPack pack,
      Buyer buyer,
      LocalDate startOn,
      LocalDate today) {
    return accepted(
        new Activations(pack)
            .start(fresh(subscription, terms), terms.plan(), buyer, startOn, today));
  }

  /** Paying begins. */
  public void apply(Subscription subscription, Activated activated) {
    subscription.activate(activated.on(), activated.chargedThrough());
  }

  /** The invoice of the first month, where there is one; the subscription must be stored. */
  public Optional<IssuedDocument> issue(Activated activated) {
    return activated.invoice().map(documents::issue);
  }

  /** A conversion from the trial (S1.4). */
  public Optional<IssuedDocument> convert(
      Subscription subscription, Plan plan, PolicyPack pack, Tenant tenant, LocalDate today) {
    store.flush();
    SubscriptionSnapshot trial = snapshots.load(new long[] {subscription.getId()}, today).get(0);
    Activated activated =
        accepted(new Activations(pack).convert(trial, plan, tenant.buyer(), today));
    apply(subscription, activated);
    store.flush();
    return issue(activated);
  }

  private static Activated accepted(Activation activation) {
    if (activation instanceof Activated activated) {
      return activated;
    }
    throw problem(activation).asException();
  }

  private static SubscriptionSnapshot fresh(Subscription subscription, Terms terms) {
    List<ComponentPeriod> components =
        terms.quantities().entrySet().stream()
            .map(
                e ->
                    new ComponentPeriod(
                        e.getKey(), e.getValue(), subscription.getStartedOn(), null))
            .toList();
    return new SubscriptionSnapshot(
        subscription.getId(),
        subscription.getCustomerId(),
        subscription.getPlanCode(),
        subscription.getState(),
        subscription.getStartedOn(),
        null,
        null,
        null,
        null,
        null,
        null,
        BigDecimal.ZERO,
        BigDecimal.ZERO,
        components);
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
