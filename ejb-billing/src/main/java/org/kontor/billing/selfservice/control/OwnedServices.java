package org.kontor.billing.selfservice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.kontor.billing.ledger.control.Ledger;
import org.kontor.billing.policy.control.PolicyBook;
import org.kontor.billing.subscription.control.OverdueItems;
import org.kontor.billing.subscription.control.Situations;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.Tenants;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.NotFound;
import org.kontor.domain.change.Situation;
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
    return all(customerId, List.of(subscription), language).get(id);
  }

  /**
   * Several, with the statements of one; by id.
   *
   * @param ids of this customer's subscriptions; others are left out
   */
  public Map<Long, Owned> get(long customerId, List<Long> ids, String language) {
    List<Subscription> found =
        store.byIds(ids).stream().filter(one -> one.getCustomerId() == customerId).toList();
    return found.isEmpty() ? Map.of() : all(customerId, found, language);
  }

  private Map<Long, Owned> all(long customerId, List<Subscription> found, String language) {
    String vendor = found.get(0).getVendorCode();
    LocalDate today = clock.today(policies.vendor(vendor).zone());
    PolicyPack pack = policies.inForce(vendor, today);
    Buyer buyer = tenants.find(customerId).orElseThrow().buyer().in(language);
    Map<Long, Situation> situationOf = situations.load(found, pack, today);
    boolean owing = owes(customerId, today);
    Map<Long, Owned> result = new LinkedHashMap<>();
    for (Subscription one : found) {
      long id = one.getId();
      result.put(id, new Owned(one, pack, today, situationOf.get(id), buyer, owing));
    }
    return result;
  }

  private boolean owes(long customerId, LocalDate today) {
    Buckets balance = ledger.balances(customerId).get(customerId);
    return balance != null && balance.total().isNegative()
        || overdue.of(customerId).stream()
            .anyMatch(item -> today.isAfter(item.due()) && item.open().isPositive());
  }
}
