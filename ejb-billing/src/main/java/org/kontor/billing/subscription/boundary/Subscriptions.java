package org.kontor.billing.subscription.boundary;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import org.kontor.billing.subscription.control.Beginning;
import org.kontor.billing.subscription.control.BeginningStore;
import org.kontor.billing.subscription.control.SubscriptionStore;
import org.kontor.billing.subscription.control.Tenant;
import org.kontor.billing.subscription.control.Tenants;
import org.kontor.crm.access.boundary.Caller;
import org.kontor.crm.platform.boundary.Page;
import org.kontor.crm.platform.boundary.Sql;

/** Begins and shows subscriptions (S1.1, S1.11, S1.34). */
@Stateless
public class Subscriptions {

  @Inject private SubscriptionStore store;
  @Inject private SubscriptionReader reader;
  @Inject private Tenants tenants;
  @Inject private Beginnings beginnings;
  @Inject private BeginningStore beginningStore;
  @Inject private Caller caller;
  @Inject private FormerBeginnings former;
  @Inject private Sql sql;

  /**
   * Begins a subscription, once per Idempotency-Key: in trial, or paying from its first day on,
   * with the invoice of the first month where the policy makes one.
   *
   * @throws org.kontor.domain.problem.Refused MISSING_VALUE, UNKNOWN_CUSTOMER, UNKNOWN_PLAN,
   *     UNKNOWN_COMPONENT, INVALID_VALUE, WRONG_STATE
   */
  public SubscriptionView create(NewSubscription wanted) {
    FormerBeginnings.Former before = former.all().get(0);
    if (before != null) {
      return reader.view(store.get(before.id()), before.firstInvoice());
    }
    Map<Long, Tenant> tenant =
        wanted.customerId() == null ? Map.of() : tenants.load(wanted.customerId());
    Beginning beginning = beginnings.decide(wanted, tenant);
    beginningStore.add(beginning);
    store.flush();
    InvoiceRef invoice = beginningStore.follow(beginning).map(InvoiceRef::of).orElse(null);
    former.remember(
        Map.of(0, new FormerBeginnings.Former(beginning.subscription().getId(), invoice)));
    return reader.view(beginning.subscription(), invoice);
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
    return page(found, size);
  }

  /** A customer's subscriptions that are neither ended nor deleted, by id. */
  public Page<SubscriptionView> living(long customerId, String after, Integer limit) {
    int size = Page.limit(limit);
    String vendor = caller.vendorFilter(null);
    List<Long> found =
        sql.list(
            row -> row.getLong(1),
            "select id from subscription where customer_id = ?"
                + " and state not in ('ENDED', 'DELETED')"
                + " and (?::text is null or vendor_code = ?) and id > ? order by id limit ?",
            customerId,
            vendor,
            vendor,
            Page.afterId(after),
            size + 1);
    return page(found, size);
  }

  private Page<SubscriptionView> page(List<Long> found, int size) {
    List<SubscriptionView> views = reader.views(store.byIds(found));
    return Page.of(views, size, view -> Long.toString(view.id()));
  }
}
