package org.kontor.billing.invoice.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.invoice.Buyer;
import org.kontor.domain.policy.Seller.Address;

/** Customers as buyers of a document, for one or thousands with one statement. */
@ApplicationScoped
public class Buyers {

  private final Sql sql;

  @Inject
  public Buyers(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected Buyers() {
    this(null);
  }

  /** Buyers by customer id; unknown customers are left out. */
  public Map<Long, Known> load(long... customerIds) {
    Map<Long, Known> result = new HashMap<>(customerIds.length * 2);
    sql.list(
            Buyers::known,
            "select id, name, registration_id, vat_id, address_line, city, post_code, subdivision,"
                + " country, email, language, currency, purchase_order_reference from customer"
                + " where id = any(?)",
            (Object) customerIds)
        .forEach(known -> result.put(known.customerId(), known));
    return result;
  }

  private static Known known(ResultSet row) throws SQLException {
    Address address =
        new Address(
            row.getString(5),
            row.getString(6),
            row.getString(7),
            row.getString(8),
            row.getString(9));
    Buyer buyer =
        new Buyer(
            row.getString(2),
            row.getString(3),
            row.getString(4),
            address,
            row.getString(10),
            row.getString(11),
            row.getString(13));
    return new Known(row.getLong(1), buyer, row.getString(12));
  }

  /**
   * @param currency of the customer's accounts
   */
  public record Known(long customerId, Buyer buyer, String currency) {}
}
