package org.kontor.billing.retention.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.kontor.billing.subscription.entity.Subscription;
import org.kontor.crm.platform.boundary.Quarantine;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.TenantData;
import org.kontor.domain.policy.PolicyPack;

/**
 * What an account has in the system beside its documents and bookings: evidence of its use, limits
 * agreed with it, proofs of its payments, log-ins, its CRM module and its people.
 */
@ApplicationScoped
public class TenantRows {

  private static final List<String> OF_SUBSCRIPTION =
      List.of("usage_fact", "usage_day", "limit_override", "transfer_proof");

  private static final List<String> OF_LEFT =
      Stream.concat(OF_SUBSCRIPTION.stream(), Stream.of("subscription_login")).toList();

  private final Sql sql;
  private final Quarantine quarantine;
  private final TenantData tenantData;

  @Inject
  public TenantRows(Sql sql, Quarantine quarantine, TenantData tenantData) {
    this.sql = sql;
    this.quarantine = quarantine;
    this.tenantData = tenantData;
  }

  /** For the container's proxy. */
  protected TenantRows() {
    this(null, null, null);
  }

  /**
   * Whether the customer uses something else that needs its people and its CRM module; an hour of
   * support that was paid for does not.
   */
  boolean neededElsewhere(Subscription subscription, PolicyPack pack) {
    return sql.one(
            row -> row.getBoolean(1),
            "select exists (select 1 from subscription where customer_id = ? and id <> ?"
                + " and state <> 'DELETED') or exists (select 1 from purchased_product"
                + " where customer_id = ? and (state = 'AWAITING_PAYMENT' or state = 'ACTIVE'"
                + " and not (expires_on is null and product_code = any(?))))",
            subscription.getCustomerId(),
            subscription.getId(),
            subscription.getCustomerId(),
            Erasures.delivered(pack).toArray(String[]::new))
        .orElseThrow();
  }

  /** Whether another account of the customer can still be restored, with its people. */
  boolean restorableElsewhere(Subscription subscription) {
    return sql.one(
            row -> row.getBoolean(1),
            "select exists (select 1 from retention_case where customer_id = ?"
                + " and subscription_id <> ? and state = 'DELETED')",
            subscription.getCustomerId(),
            subscription.getId())
        .orElseThrow();
  }

  boolean close(long customerId) {
    return tenantData.close(customerId);
  }

  /** Out of reach, and still there. */
  Map<String, Long> setAside(CaseRow row, Subscription subscription, boolean shared) {
    Map<String, Long> counts = new TreeMap<>();
    for (String table : OF_SUBSCRIPTION) {
      counts.put(
          table, quarantine.setAside(row.id(), table, "subscription_id", subscription.getId()));
    }
    if (!shared) {
      counts.putAll(tenantData.setAside(row.customerId(), row.id()));
    }
    return counts;
  }

  /** Everything back as it was. */
  public void bringBack(CaseRow row) {
    OF_SUBSCRIPTION.forEach(table -> quarantine.bringBack(row.id(), table));
    tenantData.bringBack(row.customerId(), row.id());
    if (row.closedCustomer()) {
      tenantData.reopen(row.customerId());
    }
  }

  /** For good. */
  Map<String, Long> purge(CaseRow row, Subscription subscription, boolean shared) {
    Map<String, Long> counts = new TreeMap<>(quarantine.purge(row.id()));
    counts.put(
        "subscription_login",
        (long)
            sql.update(
                "delete from subscription_login where subscription_id = ?", subscription.getId()));
    if (!shared) {
      counts.putAll(tenantData.forget(row.customerId()));
    }
    return counts;
  }

  /** All that was kept of a customer who has left without a deletion, for good. */
  Map<String, Long> forget(long customerId) {
    Map<String, Long> counts = new TreeMap<>(tenantData.forget(customerId));
    counts.put("crm_account", tenantData.erase(customerId));
    for (String table : OF_LEFT) {
      String delete =
          "delete from "
              + table
              + " where subscription_id in (select id from subscription where customer_id = ?)";
      counts.put(table, (long) sql.update(delete, customerId));
    }
    return counts;
  }
}
