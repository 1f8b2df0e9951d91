package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Optional;
import org.kontor.billing.invoice.control.IssuedDocument;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.billing.subscription.entity.SubscriptionComponent;
import org.kontor.crm.platform.boundary.Ids;
import org.kontor.domain.policy.PolicyPack;

/** Stores subscriptions that begin; the rows of many go to the database together. */
@ApplicationScoped
public class BeginningStore {

  @Inject private SubscriptionStore store;
  @Inject private ActivationStep activation;
  @Inject private Instance<TrialBegun> listeners;
  @Inject private PolicyBook policies;
  @Inject private Ids ids;

  /** The subscription and its quantities. */
  public void add(Beginning beginning) {
    Subscription subscription = beginning.subscription();
    if (beginning.paying() != null) {
      activation.apply(subscription, beginning.paying());
    }
    store.add(subscription);
    beginning
        .terms()
        .quantities()
        .forEach(
            (code, quantity) ->
                store.add(
                    new SubscriptionComponent(
                        ids.next(), subscription, code, quantity, beginning.start())));
  }

  /**
   * What follows once the rows are there: the invoice of the first month, or the notice of a trial
   * that is shorter than its first warning.
   */
  public Optional<IssuedDocument> follow(Beginning beginning) {
    if (beginning.paying() != null) {
      return activation.issue(beginning.paying());
    }
    Subscription trial = beginning.subscription();
    PolicyPack pack = policies.inForce(trial.getVendorCode(), beginning.today());
    listeners.forEach(listener -> listener.begun(trial, pack, beginning.today()));
    return Optional.empty();
  }
}
