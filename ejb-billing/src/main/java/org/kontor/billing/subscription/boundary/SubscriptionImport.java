package org.kontor.billing.subscription.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.kontor.billing.subscription.boundary.BegunSubscriptions.Item;
import org.kontor.billing.subscription.boundary.FormerBeginnings.Former;
import org.kontor.billing.subscription.control.Beginning;
import org.kontor.billing.subscription.control.BeginningStore;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.Tenant;
import org.kontor.billing.subscription.control.Tenants;
import org.kontor.domain.customer.Check;
import org.kontor.domain.problem.Problem;
import org.kontor.domain.problem.Refused;

/**
 * Begins many subscriptions in one call and one transaction: a bad one is refused with its reason
 * and the others stand.
 */
@Stateless
public class SubscriptionImport {

  /** Subscriptions in one call. */
  public static final int MOST = 1000;

  @Inject private SubscriptionStore store;
  @Inject private Tenants tenants;
  @Inject private Beginnings beginnings;
  @Inject private BeginningStore beginningStore;
  @Inject private FormerBeginnings former;

  /** A subscription has no natural key: send an Idempotency-Key to be able to repeat the call. */
  public BegunSubscriptions begin(NewSubscriptions sent) {
    List<NewSubscription> all = sent.subscriptions();
    if (all.isEmpty() || all.size() > MOST) {
      throw Check.invalid(
          "subscriptions",
          "There are " + all.size() + " subscriptions in this call",
          "Send 1 to " + MOST + " in one call.");
    }
    Map<Integer, Former> before = former.all();
    Map<Long, Tenant> tenantOf = tenants(all);
    Item[] results = new Item[all.size()];
    Map<Integer, Beginning> begun = new TreeMap<>();
    for (int i = 0; i < all.size(); i++) {
      if (before.containsKey(i)) {
        results[i] = created(i, before.get(i));
        continue;
      }
      try {
        begun.put(i, beginnings.decide(all.get(i), tenantOf));
      } catch (Refused refused) {
        results[i] = refusal(i, refused.problem());
      }
    }
    begun.values().forEach(beginningStore::add);
    store.flush();
    Map<Integer, Former> fresh = new TreeMap<>();
    begun.forEach((i, beginning) -> fresh.put(i, followed(beginning)));
    fresh.forEach((i, one) -> results[i] = created(i, one));
    former.remember(fresh);
    int created = fresh.size() + before.size();
    return new BegunSubscriptions(created, all.size() - created, List.of(results));
  }

  private Map<Long, Tenant> tenants(List<NewSubscription> all) {
    long[] ids =
        all.stream()
            .map(NewSubscription::customerId)
            .filter(Objects::nonNull)
            .mapToLong(Long::longValue)
            .distinct()
            .toArray();
    return tenants.load(ids);
  }

  private Former followed(Beginning beginning) {
    InvoiceRef invoice = beginningStore.follow(beginning).map(InvoiceRef::of).orElse(null);
    return new Former(beginning.subscription().getId(), invoice);
  }

  private static Item created(int index, Former begun) {
    return new Item(index, "CREATED", begun.id(), begun.firstInvoice(), null, null, null, null);
  }

  private static Item refusal(int index, Problem why) {
    return new Item(
        index,
        "REFUSED",
        null,
        null,
        why.code().name(),
        "subscriptions[" + index + "]." + why.field(),
        why.detail(),
        why.mend());
  }
}
