package org.kontor.billing.subscription.boundary;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.Timing;
import org.kontor.domain.subscription.Cancellation;
import org.kontor.domain.subscription.SubscriptionSnapshot.State;

/**
 * A subscription as it stands today.
 *
 * @param trialDeletedOn day on which the data of a trial that is not converted goes (S1.2)
 * @param stoppedOn of the last stop; of the lock, for a trial that is over
 * @param endsOn last day, once cancelled (S1.36)
 * @param cancelledBy who may take that back: the customer its own, the vendor any
 * @param chargedThrough last day already billed
 * @param deployment where its plan runs (S1.19)
 * @param monthlyFee net, of a whole month with the present components, in {@code currency}; absent
 *     when the policy in force has no longer this plan
 * @param waiting what will change on its day
 * @param firstInvoice of the first month, in the answer to an activation only (S1.34)
 * @param version also the ETag
 */
public record SubscriptionView(
    long id,
    long customerId,
    String vendor,
    String plan,
    String planName,
    Timing timing,
    State state,
    LocalDate startedOn,
    LocalDate trialLastDay,
    LocalDate trialDeletedOn,
    LocalDate activatedOn,
    LocalDate stoppedOn,
    LocalDate restoredOn,
    LocalDate endsOn,
    Cancellation.By cancelledBy,
    LocalDate chargedThrough,
    Deployment deployment,
    List<ComponentView> components,
    BigDecimal monthlyFee,
    String currency,
    ChangeView waiting,
    InvoiceRef firstInvoice,
    int version) {

  public SubscriptionView {
    components = List.copyOf(components);
  }

  /**
   * @param quantity units, those that the plan includes among them
   * @param since first day of this quantity
   */
  public record ComponentView(String code, long quantity, LocalDate since) {}
}
