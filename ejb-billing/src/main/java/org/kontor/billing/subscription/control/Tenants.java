package org.kontor.billing.subscription.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Plan.Deployment;
import org.kontor.domain.policy.Seller.Address;

/** Customers as tenants, for one or a chunk of them with one statement. */
@ApplicationScoped
public class Tenants {

  private final Sql sql;

  @Inject
  public Tenants(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Tenants() {
    this(null);
  }

  public Optional<Tenant> find(long customerId) {
    return Optional.ofNullable(load(customerId).get(customerId));
  }

  /** Tenants by customer id; unknown customers are left out. */
  public Map<Long, Tenant> load(long... customerIds) {
    Map<Long, Tenant> result = new HashMap<>(customerIds.length * 2);
    sql.list(
            Tenants::tenant,
            "select c.id, c.vendor_code, v.zone, v.book_from, c.deployment, c.state, c.name,"
                + " c.registration_id, c.vat_id, c.address_line, c.city, c.post_code,"
                + " c.subdivision, c.country, c.email, c.language, c.purchase_order_reference"
                + " from customer c join vendor v on v.code = c.vendor_code where c.id = any(?)",
            (Object) customerIds)
        .forEach(tenant -> result.put(tenant.customerId(), tenant));
    return result;
  }

  private static Tenant tenant(ResultSet row) throws SQLException {
    Address address =
        new Address(
            row.getString(10),
            row.getString(11),
            row.getString(12),
            row.getString(13),
            row.getString(14));
    Buyer buyer =
        new Buyer(
            row.getString(7),
            row.getString(8),
            row.getString(9),
            address,
            row.getString(15),
            row.getString(16),
            row.getString(17));
    return new Tenant(
        row.getLong(1),
        row.getString(2),
        ZoneId.of(row.getString(3)),
        row.getObject(4, LocalDate.class),
        Deployment.valueOf(row.getString(5)),
        row.getString(6).equals("CLOSED"),
        buyer);
  }
}
