package org.kontor.crm.customer.control;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.kontor.crm.customer.boundary.CustomerView;
import org.kontor.crm.platform.boundary.Sql;
import org.kontor.domain.customer.Deployment;
import org.kontor.domain.customer.DocumentAddresses;
import org.kontor.domain.policy.Seller.Address;

/** Customers as rows for reading: one, or a page in the order of ids. */
@ApplicationScoped
public class CustomerRows {

  private static final String COLUMNS =
      "select id, vendor_code, reference, name, registration_id, vat_id, address_line, city,"
          + " post_code, subdivision, country, email, further_emails, language, currency,"
          + " purchase_order_reference, deployment, state, created_on, version from customer ";

  private final Sql sql;

  @Inject
  public CustomerRows(Sql sql) {
    this.sql = sql;
  }

  /** For the container's proxy. */
  protected CustomerRows() {
    this(null);
  }

  public Optional<CustomerView> find(long id) {
    return sql.one(CustomerRows::view, COLUMNS + "where id = ?", id);
  }

  /**
   * @param vendor null for all
   * @param reference exact, or null
   * @param text part of name, reference or e-mail, or null
   */
  public List<CustomerView> page(
      String vendor, String reference, String text, long afterId, int rows) {
    StringBuilder where = new StringBuilder("where id > ?");
    List<Object> args = new ArrayList<>(List.of(afterId));
    if (vendor != null) {
      where.append(" and vendor_code = ?");
      args.add(vendor);
    }
    if (reference != null) {
      where.append(" and reference = ?");
      args.add(reference);
    }
    if (text != null && !text.isBlank()) {
      where.append(" and (lower(name) like ? or lower(reference) like ? or lower(email) like ?)");
      String pattern = containing(text);
      args.addAll(List.of(pattern, pattern, pattern));
    }
    args.add(rows);
    return sql.list(
        CustomerRows::view, COLUMNS + where + " order by id limit ?", args.toArray(Object[]::new));
  }

  /** A LIKE pattern in which the text means itself. */
  static String containing(String text) {
    String literal =
        text.strip()
            .toLowerCase(Locale.ROOT)
            .replace("\\", "\\\\")
            .replace("%", "\\%")
            .replace("_", "\\_");
    return "%" + literal + "%";
  }

  private static CustomerView view(ResultSet row) throws SQLException {
    return new CustomerView(
        row.getLong("id"),
        row.getString("vendor_code"),
        row.getString("reference"),
        row.getString("name"),
        row.getString("registration_id"),
        row.getString("vat_id"),
        new Address(
            row.getString("address_line"),
            row.getString("city"),
            row.getString("post_code"),
            row.getString("subdivision"),
            row.getString("country")),
        row.getString("email"),
        DocumentAddresses.read(row.getString("further_emails")),
        row.getString("language"),
        row.getString("currency"),
        row.getString("purchase_order_reference"),
        Deployment.valueOf(row.getString("deployment")),
        row.getString("state"),
        row.getObject("created_on", LocalDate.class),
        row.getInt("version"));
  }
}
