package org.kontor.billing.selfservice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.List;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.control.OverdueItems;
import org.kontor.billing.subscription.control.Situations;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.Tenants;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.ledger.Buckets;
import org.kontor.domain.policy.PolicyPack;
import org.kontor.domain.time.BusinessClock;

/** Reads a service for the customer to whom it belongs; to all others it does not exist. */
@ApplicationScoped
public class OwnedServices {

  @Inject private SubscriptionStore store;
  @Inject private Situations situations;
  @Inject private Tenants tenants;
  @Inject private OverdueItems overdue;
  @Inject private Ledger ledger;
  @Inject private PolicyBook policies;
  @Inject private BusinessClock clock;

  /**
   * @param language in which plans and components are named
   * @throws org.kontor.domain.problem.Refused NOT_FOUND
   */
  public Owned get(long customerId, long id, String language) {
    Subscription subscription = store.get(id);
    if (subscription.getCustomerId() != customerId) {
      throw NotFound.of("subscription");
    }
    LocalDate today = clock.today(policies.vendor(subscription.getVendorCode()).zone());
    PolicyPack pack = policies.inForce(subscription.getVendorCode(), today);
    Buyer buyer = tenants.find(customerId).orElseThrow().buyer();
    return new Owned(
        subscription,
        pack,
        today,
        situations.load(List.of(subscription), pack, today).get(id),
        new Buyer(
            buyer.name(),
            buyer.registrationId(),
            buyer.vatId(),
            buyer.address(),
            buyer.email(),
            language),
        owes(customerId, today));
  }

  private boolean owes(long customerId, LocalDate today) {
    Buckets balance = ledger.balances(customerId).get(customerId);
    return balance != null && balance.total().isNegative()
        || overdue.of(customerId).stream()
            .anyMatch(item -> today.isAfter(item.due()) && item.open().isPositive());
  }
}
