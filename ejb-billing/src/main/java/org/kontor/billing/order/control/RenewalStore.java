package org.kontor.billing.order.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.kontor.crm.platform.boundary.Sql;

/** Reads and moves products for the renewal run, set-wise. */
@ApplicationScoped
public class RenewalStore {

  private final Sql sql;

  @Inject
  public RenewalStore(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected RenewalStore() {
    this(null);
  }

  /**
   * All active products that may be renewed and await no renewal, of the customers to whom these
   * products belong; by id.
   */
  List<DueProduct> ofCustomersOf(long[] ids) {
    return sql.list(
        row ->
            new DueProduct(
                row.getLong(1),
                row.getLong(2),
                row.getString(3),
                row.getLong(4),
                row.getObject(5, LocalDate.class),
                row.getInt(6)),
        "select p.id, p.customer_id, p.product_code, p.quantity, p.expires_on,"
            + " p.renewals_credited from purchased_product p"
            + " where p.state = 'ACTIVE' and p.expires_on is not null and p.renews"
            + " and p.renewal_invoice_id is null and p.customer_id in"
            + " (select q.customer_id from purchased_product q where q.id = any(?))"
            + " order by p.id",
        (Object) ids);
  }

  /** Codes of what the same customers have and did not give back, by customer. */
  Map<Long, Set<String>> ownedByCustomersOf(long[] ids) {
    Map<Long, Set<String>> owned = new HashMap<>();
    sql.list(
            row -> Map.entry(row.getLong(1), row.getString(2)),
            "select distinct p.customer_id, p.product_code from purchased_product p"
                + " where p.state <> 'WITHDRAWN' and p.customer_id in"
                + " (select q.customer_id from purchased_product q where q.id = any(?))",
            (Object) ids)
        .forEach(e -> owned.computeIfAbsent(e.getKey(), k -> new HashSet<>()).add(e.getValue()));
    return owned;
  }

  /** Ties products to the invoice that renews them, each to its line: in this order, from 1. */
  void awaitRenewal(long[] ids, long invoiceId) {
    sql.update(
        "update purchased_product p set renewal_invoice_id = ?, renewal_line = n.line,"
            + " version = version + 1"
            + " from unnest(?::bigint[]) with ordinality n (id, line) where p.id = n.id",
        invoiceId,
        ids);
  }

  /** Ends what was usable through a day before {@code day} (S5.31). */
  void expire(long[] ids, LocalDate day) {
    sql.update(
        "update purchased_product set state = 'EXPIRED', version = version + 1"
            + " where id = any(?) and state = 'ACTIVE' and expires_on < ?",
        ids,
        day);
  }
}
